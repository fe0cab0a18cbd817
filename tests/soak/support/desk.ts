import { setTimeout as wait } from 'node:timers/promises';
import { loadTargets } from '../../../src/loading/load-targets.ts';
import { createConversationRecords } from '../../../src/storage/conversation-records.ts';
import type { Database } from '../../../src/storage/database.ts';
import { createTargetRecords } from '../../../src/storage/target-records.ts';
import { type Filled, fillIn, formDelivery } from '../../faults/support/forms.ts';
import type { BotProcess } from './bot-process.ts';
import type { World } from './world.ts';

const MILESTONES = loadTargets({ seedsDir: 'seeds', knowledgeDir: 'knowledge' })
  .targets.filter(({ kind }) => kind === 'milestone')
  .slice(0, 6)
  .map(({ id }) => id);

/** People who hand in forms, remember which were taken, and press again where one was not. */
export type Desk = {
  /** Hands in forms from all of them at the same time, up to a number each, until told that it is over. */
  fill(bots: readonly BotProcess[], formsOfEach: number, isOver: () => boolean): readonly Promise<void>[];
  /** Hands in once more what was not taken, while nothing is wrong: all of it has to be taken. */
  pressAgain(bot: BotProcess): Promise<void>;
  /** How many forms were not taken so far, and are going to be pressed again. */
  open(): number;
  taken(): number;
  /** Looks in the database for what was taken. */
  judge(database: Database): Promise<void>;
};

export function createDesk(world: World): Desk {
  const { counts, random } = world;
  let serial = 0;
  let open: Filled[] = [];
  const taken = new Set<string>();

  async function handIn(bot: BotProcess, form: Filled): Promise<void> {
    const acknowledgement = await world.send(bot, formDelivery('U1', form.view));
    if (acknowledgement?.says === 'nothing') taken.add(form.key);
    // Asked whether it is meant, as it repeats an earlier one: not taken, and the person lets it be.
    else if (acknowledgement?.says !== 'question') open.push(form);
  }

  return {
    fill(bots, formsOfEach, isOver) {
      const again = open;
      open = [];
      const filling = MILESTONES.map(async (target) => {
        for (let filled = 0; filled < formsOfEach && !isOver(); filled += 1) {
          const form = again.pop() ?? fillIn(++serial, target);
          await handIn(random.pick(bots), form);
          await wait(random.between(0, 40));
        }
      });
      void Promise.all(filling).then(() => open.push(...again));
      return filling;
    },
    async pressAgain(bot) {
      const again = open;
      open = [];
      for (const form of again) await handIn(bot, form);
      if (open.length > 0) counts.broken.push(`${open.length} forms not taken though nothing is wrong`);
    },
    open: () => open.length,
    taken: () => taken.size,
    async judge(database) {
      const entries = await createTargetRecords(database.db).ledger.allEntries();
      const feedback = await createConversationRecords(database.db).feedback.list();
      const kept = new Set([
        ...entries.map(({ requestKey }) => requestKey),
        ...feedback.map(({ comment }) => `view:V${/\d+/u.exec(comment)?.[0]}`),
      ]);
      // By what people wrote, not by keys, which the database itself keeps unique.
      const written = [...entries, ...feedback].map(
        (row) => /(?:第|原因)(\d+)/u.exec(JSON.stringify(row))?.[1],
      );
      counts.entries.taken = taken.size;
      counts.entries.lost = [...taken].filter((key) => !kept.has(key)).length;
      counts.entries.twice = written.length - new Set(written).size;
    },
  };
}
