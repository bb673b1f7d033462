import { channelNames } from '../../core/channel.js';
import type { SupportedChannel } from '../../core/channel.js';
import type { Condition } from '../../core/condition.js';

/** The channels on which a condition can hold; null: it does not say. */
export function channelsOf(condition: Condition): readonly SupportedChannel[] | null {
  switch (condition.kind) {
    case 'all': {
      const said = condition.of.map(channelsOf).filter((channels) => channels !== null);
      return said.length === 0 ? null : channelNames.filter((one) => said.every((all) => all.includes(one)));
    }
    case 'any': {
      const said = condition.of.map(channelsOf);
      return said.includes(null)
        ? null
        : channelNames.filter((one) => said.some((all) => all?.includes(one)));
    }
    case 'not': {
      const refused = channelsAsked(condition.of);
      return refused && channelNames.filter((one) => !refused.includes(one));
    }
    case 'test':
      return channelsAsked(condition);
  }
}

/** The channels on which a condition holds, where it asks for nothing else. */
function channelsAsked(condition: Condition): readonly SupportedChannel[] | null {
  if (condition.kind !== 'test' || condition.subject.kind !== 'channel') return null;
  const { test } = condition;
  const asked = test.kind === 'is' ? [test.value] : test.kind === 'is_one_of' ? test.values : null;
  return asked && channelNames.filter((one) => asked.includes(one));
}

/** Those on which none of these conditions holds for sure; null: none of them is about channels. */
export function channelsLeft(conditions: readonly Condition[]): readonly SupportedChannel[] | null {
  const taken = conditions.flatMap((condition) => channelsAsked(condition) ?? []);
  return taken.length === 0 ? null : channelNames.filter((one) => !taken.includes(one));
}
