import { removeRuleInputSchema, setRuleInputSchema } from '../schemas/index.js';
import { procedure, router } from './trpc.js';

export const rulesRouter = router({
  /** All rules, in the order they were made. */
  list: procedure.query(({ ctx }) => ctx.rules.list()),

  /** Stores a rule: a new one without `id`, a changed one with. Takes effect with the next sample. */
  set: procedure.input(setRuleInputSchema).mutation(({ ctx, input }) => ctx.rules.set(input)),

  /** Removes a rule and resolves the alerts that it opened. Removing it again changes nothing. */
  remove: procedure.input(removeRuleInputSchema).mutation(({ ctx, input }) => ctx.rules.remove(input.ruleId)),
});
