export {
  type Classification,
  ClassificationListSchema,
  ClassificationSchema,
  type DecisionBasis,
  DecisionBasisSchema,
} from './contract.ts';
export { type LineOfReview, type LineProblem, type LineQuestion, type LineSlot, lineOfReview } from './line.ts';
export type {
  ClassificationRow,
  DecisionClass,
  DecisionRow,
  Matter,
  RegulationPack,
  RetentionBasis,
} from './pack.ts';
export { regulationsRoutes } from './routes.ts';
export { type NumberSeries, numberLabel, retentionEnd, retentionStart, type Series } from './rules.ts';
export { createRegulations, type Regulations, type RouteAnswer, type RouteQuestion, type When } from './service.ts';
export { regulationsTexts } from './text.ts';
