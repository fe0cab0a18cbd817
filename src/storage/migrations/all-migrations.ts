import type { Migration } from 'kysely/migration';
import { createConversationTables } from './0001-conversations.ts';
import { createTargetTables } from './0002-targets.ts';
import { createReminderTable } from './0003-reminders.ts';
import { addPauseNotices } from './0004-pause-notices.ts';
import { addCadence } from './0005-cadence.ts';
import { createKnowledgeTables } from './0006-knowledge-changes.ts';
import { createReportShelf } from './0007-report-shelf.ts';
import { addGivenAnswers } from './0008-given-answers.ts';

/**
 * Every migration by name, run in the order of the names. Forward only: a released migration is never edited
 * or removed, a change is a new one. Each is written for SQLite and PostgreSQL alike.
 */
export const ALL_MIGRATIONS: Readonly<Record<string, Migration>> = {
  '0001-conversations': createConversationTables,
  '0002-targets': createTargetTables,
  '0003-reminders': createReminderTable,
  '0004-pause-notices': addPauseNotices,
  '0005-cadence': addCadence,
  '0006-knowledge-changes': createKnowledgeTables,
  '0007-report-shelf': createReportShelf,
  '0008-given-answers': addGivenAnswers,
};
