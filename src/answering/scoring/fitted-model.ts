import associations from './associations.json' with { type: 'json' };
import { type Associations, AssociationTableSchema, openAssociations } from './associations.ts';
import { type Model, ModelSchema } from './model.ts';
import weights from './weights.json' with { type: 'json' };

/** The fitted model that ships with the code; written by `npm run train`. */
export const MODEL: Model = ModelSchema.parse(weights);

/** What people mean by their own words, learned from the same questions. */
export const ASSOCIATIONS: Associations = openAssociations(AssociationTableSchema.parse(associations));
