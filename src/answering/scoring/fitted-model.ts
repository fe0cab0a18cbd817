import associations from './associations.json' with { type: 'json' };
import { type Associations, AssociationTableSchema, openAssociations } from './associations.ts';
import { type Models, ModelsSchema } from './model.ts';
import weights from './weights.json' with { type: 'json' };

/** The fitted models that ship with the code; written by `npm run train`. */
export const MODELS: Models = ModelsSchema.parse(weights);

/** What people mean by their own words, learned from the same questions. */
export const ASSOCIATIONS: Associations = openAssociations(AssociationTableSchema.parse(associations));
