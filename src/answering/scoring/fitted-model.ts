import { createRequire } from 'node:module';
import { ClassifierTableSchema } from '../../knowledge/asked-model.ts';
import { AsideTableSchema, type AsideTagger, openAsides } from '../understanding/aside-tagger.ts';
import { type Associations, AssociationTableSchema, openAssociations } from './associations.ts';
import { type FormClassifier, FormTablesSchema, openForms } from './form-classifier.ts';
import { type Models, ModelsSchema } from './model.ts';
import { type OperationClassifier, openOperations } from './operation-classifier.ts';

/**
 * A fitted table as it is kept. What is made of it is all that stays: an import would keep half a million lines for good, for
 * every collection of garbage to look through. Whoever requires a module keeps it, too, so that is done for the one table.
 */
function readTable(name: string): unknown {
  const require = createRequire(import.meta.url);
  const path = require.resolve(`./${name}.json`);
  const table: unknown = require(path);
  delete require.cache[path];
  return table;
}

/** The fitted models that ship with the code; written by `npm run train`. */
export const MODELS: Models = ModelsSchema.parse(readTable('weights'));

/** What people mean by their own words, learned from the same questions. */
export const ASSOCIATIONS: Associations = openAssociations(
  AssociationTableSchema.parse(readTable('associations')),
);

/** What the words of any question ask to be done with numbers, learned from the same questions. */
export const OPERATIONS: OperationClassifier = openOperations(
  ClassifierTableSchema.parse(readTable('operations')),
);

/** What form of answer the words of any question ask for, learned from the same questions. */
export const FORMS: FormClassifier = openForms(FormTablesSchema.parse(readTable('forms')));

/** What of any message is only said beside its question, learned from messages marked by hand. */
export const ASIDES: AsideTagger = openAsides(AsideTableSchema.parse(readTable('asides')));
