import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Answer } from '../../src/answering/answer.ts';
import { asksProgress } from '../../src/answering/follow-ups/read-message.ts';
import { buildCore, type Core } from '../../src/build-core.ts';
import { meetsExpectation } from '../../src/evaluation/match-answer.ts';
import { type Expectation, ExpectationSchema, listAlternatives } from '../../src/evaluation/question.ts';
import { readKnowledgeFiles } from '../../src/loading/read-knowledge-files.ts';
import { NO_QUESTIONS } from '../../src/slack/answer-question.ts';
import type { Command } from '../../src/slack/commands/command.ts';
import { readCommand } from '../../src/slack/commands/read-command.ts';
import { findTold } from '../../src/slack/targets/progress-note.ts';

/** The reports a dialogue may be held over. */
const FOLDERS = {
  chongqing: { seedsDir: 'seeds', knowledgeDir: 'knowledge' },
  tangji: { seedsDir: 'tests/fixtures/other-reports-20/seeds', knowledgeDir: 'none' },
  jiyuan: { seedsDir: 'tests/fixtures/other-reports-25/seeds', knowledgeDir: 'none' },
  lanpu: { seedsDir: 'tests/fixtures/other-reports-9/seeds', knowledgeDir: 'none' },
  yuanxiu: { seedsDir: 'tests/fixtures/other-reports-11/seeds', knowledgeDir: 'none' },
  limei: { seedsDir: 'tests/fixtures/other-reports-18/seeds', knowledgeDir: 'none' },
} as const;

/** What the last message leads to where it is no question for the report. */
const REPLIES = ['thanks', 'fine', 'doubt', 'place', 'progress', 'unclear'] as const;

const oneOrMore = <T extends z.ZodType>(schema: T) => z.union([schema, z.array(schema).min(1)]);

const DialogueSchema = z.strictObject({
  id: z.string().min(1),
  reports: z.array(z.enum(Object.keys(FOLDERS) as [keyof typeof FOLDERS])).min(1),
  messages: z.array(z.string()).min(2),
  /** Of the last message; of several any will do. */
  expect: oneOrMore(
    z.union([
      ExpectationSchema,
      z.strictObject({ reply: oneOrMore(z.enum(REPLIES)) }),
      z.strictObject({ status: z.literal('answered') }),
    ]),
  ),
  /** Numbers that would be told as if they answered. */
  not: z.array(z.string()).optional(),
  /** The last message stands on its own. */
  alone: z.boolean().optional(),
});

export type Dialogue = z.infer<typeof DialogueSchema>;

/** Reads dialogues, one a line. */
export const readDialogues = (path: string): readonly Dialogue[] =>
  readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => DialogueSchema.parse(JSON.parse(line)));

const cores = new Map<string, Core>();

function coreOf(reports: Dialogue['reports']): Core {
  const key = reports.join('+');
  const built = cores.get(key) ?? buildReports(reports);
  cores.set(key, built);
  return built;
}

function buildReports([first, ...others]: Dialogue['reports']): Core {
  const files = readKnowledgeFiles(FOLDERS[first ?? 'chongqing']);
  const beside = others.flatMap((name) => readKnowledgeFiles(FOLDERS[name]).seeds);
  return buildCore({ ...files, seeds: [...files.seeds, ...beside] });
}

/** What a message of a conversation leads to. */
export type Said = { readonly message: string; readonly answer?: Answer; readonly command?: Command };

/** Holds a dialogue as Slack does: what is no command is answered, and its complete question kept for what follows. */
export function hold({ reports, messages }: Pick<Dialogue, 'reports' | 'messages'>): readonly Said[] {
  const { answerer, targets } = coreOf(reports);
  const earlier: string[] = [];
  return messages.map((message): Said => {
    const command = readCommand(message, targets);
    if (command) return { message, command };
    const [previous] = earlier;
    if (previous !== undefined && asksProgress(message)) {
      const [target] = findTold(targets, answerer.answer(previous));
      if (target) return { message, command: { kind: 'card', target: target.id } };
    }
    const answer = answerer.answer(message, earlier.slice(0, 2));
    if (answer.reason === undefined || !NO_QUESTIONS.includes(answer.reason))
      earlier.unshift(answer.understoodAs ?? message);
    return { message, answer };
  });
}

/** What is wrong with the end of a dialogue; empty when it ends as expected. */
export function findFaults(dialogue: Dialogue, said: readonly Said[]): readonly string[] {
  const last = said.at(-1);
  const expected = [dialogue.expect].flat();
  const replies = expected.flatMap((each) => ('reply' in each ? [each.reply].flat() : []));
  if (replies.length > 0) {
    const reply = replyOf(last);
    return reply !== null && replies.includes(reply) ? [] : [`leads to ${reply ?? 'an answer'}`];
  }
  const answer = last?.answer;
  if (!answer) return [`is taken for the command ${last?.command?.kind}`];
  const { reports } = coreOf(dialogue.reports).knowledge;
  const sources = new Map(reports.map(({ report }) => [report.id, report.source]));
  const isMet = expected.some(
    (each) =>
      !('reply' in each) &&
      listAlternatives(each.status).includes(answer.status) &&
      (answer.status !== 'answered' || !isOfContent(each) || meetsExpectation(answer.answers, each, sources)),
  );
  const isTaken = dialogue.alone === true && answer.understoodAs !== undefined;
  return [
    ...(isMet ? [] : ['is not what is expected']),
    ...findWrongNumbers(dialogue, said).map((value) => `tells ${value}`),
    ...(isTaken ? [`is taken for ${answer.understoodAs}`] : []),
  ];
}

/** Whether more than how it ends is expected. */
const isOfContent = (expected: object): expected is Expectation => Object.keys(expected).length > 1;

/** The numbers that a dialogue must not end with, and does. */
export function findWrongNumbers({ not = [] }: Dialogue, said: readonly Said[]): readonly string[] {
  const shown = (said.at(-1)?.answer?.answers ?? []).flatMap((item) =>
    item.kind === 'comparison' ? [item.computed] : 'value' in item ? [item.value] : [],
  );
  return not.filter((value) => shown.includes(value));
}

function replyOf(said: Said | undefined): (typeof REPLIES)[number] | null {
  const { command, answer } = said ?? {};
  if (command?.kind === 'reply') return command.reply === 'thanks' ? 'thanks' : 'fine';
  if (command?.kind === 'about-answer') return command.pick === 'wrong-number' ? 'doubt' : 'place';
  if (command?.kind === 'card') return 'progress';
  if (answer?.message?.includes('进度')) return 'progress';
  return answer?.reason === 'not-a-question' ? 'unclear' : null;
}
