import { FakeSimulator, messageOut } from '../../test/console/fake-simulator.js';
import { minute } from '../../test/console/fake-inbox/world.js';
import { moment } from './studio-nord.js';

/** A simulator in which Ana has just been given the dates of a course. */
export async function startSimulator(pageFolder: string): Promise<FakeSimulator> {
  const simulator = await FakeSimulator.start(pageFolder);
  const at = (minutes: number) => ({
    at: moment - minutes * minute,
    spokenBy: { kind: 'flow', flow: 'wheel', step: 'dates' } as const,
  });
  simulator.info = {
    ...simulator.info,
    keywords: [
      { phrase: 'wheel', flow: 'wheel', title: 'The wheel course' },
      { phrase: 'open day', flow: 'open-day', title: 'The open day' },
    ],
  };
  simulator.change('Noor', { messages: [{ ...messageOut('See you on Saturday!', at(180)), id: 'noor-1' }] });
  simulator.change('Ana', {
    messages: [
      { ...messageOut('wheel', at(6)), id: 'ana-1', direction: 'in', state: null, spokenBy: null },
      {
        ...messageOut('Here are the dates of the wheel course in June.', at(6)),
        link: { label: 'See the dates', url: 'https://studio-nord.example/wheel' },
      },
      {
        ...messageOut('Shall I write when there are new courses? About once a month.', at(5)),
        quickReplies: [
          { title: 'Yes, please', payload: 'consent:yes' },
          { title: 'No, thanks', payload: 'consent:no' },
        ],
      },
    ],
  });
  return simulator;
}
