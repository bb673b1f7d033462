import './why.css';
import { Button, Dialog, DialogTrigger, Heading, Popover } from 'react-aria-components';
import { Moment } from '../../../time/moment.js';
import { useWords } from '../../../words/use-words.js';
import type { Line } from '../state/answers.js';

/** Why the bot said something (P9): what happened, which rules were looked at, what permits it, and which version spoke. */
export function Why({ line }: { readonly line: Line }) {
  const { why } = useWords().conversation;
  return (
    <DialogTrigger>
      <Button className="why-button" aria-label={why.askOf(line.text.slice(0, 60))}>
        {why.ask}
      </Button>
      <Popover className="why-popover" placement="top end">
        <Dialog className="why">
          <Heading slot="title" className="why-title">
            {why.title}
          </Heading>
          <Facts line={line} />
          <Rules line={line} />
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}

function Facts({ line: { event, basis, speaker } }: { readonly line: Line }) {
  const { why } = useWords().conversation;
  return (
    <dl className="why-facts">
      {event !== null && (
        <Fact name={why.what}>
          {why.events[event.kind] ?? event.kind} (<Moment at={event.occurred_at} as="clock" />)
        </Fact>
      )}
      {basis !== null && <Fact name={why.permits}>{why.bases[basis.kind]}</Fact>}
      {speaker?.kind === 'flow' && (
        <>
          <Fact name={why.flow}>
            <bdi>{speaker.flow}</bdi>
          </Fact>
          <Fact name={why.step}>
            <bdi>{speaker.step}</bdi>
          </Fact>
          <Fact name={why.version}>
            <code title={speaker.version}>{speaker.version.slice(0, 12)}</code>
          </Fact>
        </>
      )}
      {speaker?.kind === 'system' && <Fact name={why.rule}>{speaker.rule.replaceAll('_', ' ')}</Fact>}
    </dl>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Rules({ line: { event } }: { readonly line: Line }) {
  const { why } = useWords().conversation;
  if (event === null) return <p className="why-nothing">{why.noEvent}</p>;
  if (event.trace.length === 0) return null;
  return (
    <>
      <h3 className="why-part">{why.rules}</h3>
      <ol className="why-rules">
        {event.trace.map(({ rule, result }, index) => (
          <li key={index}>
            <span>{rule.replaceAll('_', ' ')}</span> <bdi>{result}</bdi>
          </li>
        ))}
      </ol>
    </>
  );
}
