import { entryOf } from '../compile/entry.js';
import { inquiring, resulting, to } from '../compile/step-state.js';
import { resultTo } from '../compile/way.js';
import { name, steps } from '../shape/values.js';
import { lookUp } from '../vocabulary.js';
import { defineStep } from './step.js';

const DEFAULT_SAVE = 'coupon';

export const couponStep = defineStep({
  verb: 'coupon',
  meaning: `Draws a code from a list that workspace.yaml declares under \`coupons\`. A code is given once, ever; who asks
again is told the one that they have. It is read back as \`{{answer.coupon}}\`, or under the name that \`save\` gives.
\`sold_out\` must be there: the steps to be done when no code is left, or the offer is over.`,
  example: `flow: spring_offer
start:
  - keyword: spring
steps:
  - coupon: spring
    sold_out:
      - say: You are a little late, all codes are gone.
      - end
  - say: "Here is your code: {{answer.coupon}}"
  - outcome: delivered
`,
  shape: { coupon: name, save: name.optional(), sold_out: steps.optional() },
  read: ({ coupon, save = DEFAULT_SAVE }, step) => {
    const soldOut = step.steps('sold_out', 'sold_out');
    if (step.node('sold_out') === undefined) {
      step.report.error(
        step.place('coupon'),
        'missing-key',
        '"sold_out" is missing: say what happens when no code is left.',
        {
          hint: 'Write sold_out: and the steps to be done then.',
        },
      );
    }
    const list = lookUp(step.vocabulary.coupons, coupon, step.place('coupon'), step.report);
    if (step.node('sold_out') === undefined) return null;
    return list && { verb: 'coupon', path: step.path, list: list.name, save, soldOut };
  },
  state: ({ path, list, save, soldOut }, next) =>
    inquiring(path, { type: 'drawCoupon', params: { step: path, list } }, [
      resulting('given', to(next), [{ result: 'code', as: save }]),
      resulting('sold_out', to(entryOf(soldOut, next))),
    ]),
  ways: ({ save, soldOut }, next) => [
    { ...resultTo(next, 'given', 0, [save]), label: 'a code' },
    { ...resultTo(entryOf(soldOut, next), 'sold_out', 0), label: 'sold out' },
  ],
  branches: ({ soldOut }) => [soldOut],
});
