import { ClassifierTableSchema } from '../../knowledge/asked-model.ts';
import { AsideTableSchema, type AsideTagger, openAsides } from '../understanding/aside-tagger.ts';
import asides from './asides.json' with { type: 'json' };
import associations from './associations.json' with { type: 'json' };
import { type Associations, AssociationTableSchema, openAssociations } from './associations.ts';
import { type FormClassifier, FormTablesSchema, openForms } from './form-classifier.ts';
import forms from './forms.json' with { type: 'json' };
import { type Models, ModelsSchema } from './model.ts';
import { type OperationClassifier, openOperations } from './operation-classifier.ts';
import operations from './operations.json' with { type: 'json' };
import weights from './weights.json' with { type: 'json' };

/** The fitted models that ship with the code; written by `npm run train`. */
export const MODELS: Models = ModelsSchema.parse(weights);

/** What people mean by their own words, learned from the same questions. */
export const ASSOCIATIONS: Associations = openAssociations(AssociationTableSchema.parse(associations));

/** What the words of any question ask to be done with numbers, learned from the same questions. */
export const OPERATIONS: OperationClassifier = openOperations(ClassifierTableSchema.parse(operations));

/** What form of answer the words of any question ask for, learned from the same questions. */
export const FORMS: FormClassifier = openForms(FormTablesSchema.parse(forms));

/** What of any message is only said beside its question, learned from messages marked by hand. */
export const ASIDES: AsideTagger = openAsides(AsideTableSchema.parse(asides));
