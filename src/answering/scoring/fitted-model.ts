import { type Model, ModelSchema } from './model.ts';
import weights from './weights.json' with { type: 'json' };

/** The fitted model that ships with the code; written by `npm run train`. */
export const MODEL: Model = ModelSchema.parse(weights);
