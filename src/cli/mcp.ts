// Opens the reports to assistants: `npm run -s mcp` speaks the Model Context Protocol on standard input and output.
import '../../scripts/require-node.cjs';

import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { AppError } from '../errors.ts';
import { isLocalDate } from '../targets/local-date.ts';
import { localDateAt } from '../targets/zoned-time.ts';
import { createReportTools, describeTargets } from './mcp-tools.ts';
import { withRecords } from './open-records.ts';
import { readUsableKnowledge } from './read-knowledge.ts';
import { runCommand } from './run-command.ts';

const INSTRUCTIONS = `Answers come from official reports, word for word. Quote \`quote\` as it stands and give \`section\` and, where there is
one, \`printedAt\`. Every number in \`text\` stands in the quote or is declared by \`computed\`: repeat no number that does not.
\`status\` “abstained” means that the reports do not say it; say so instead of answering from elsewhere.`;

/** The reports are China's, and so is their “today”. */
const TIME_ZONE = 'Asia/Shanghai';
const MAX_PASSAGES = 20;

const scope = z
  .string()
  .trim()
  .min(1)
  .optional()
  .describe('Report id, or a place such as 重庆: only its reports are searched. Leave out to search all.');
const READ_ONLY = { readOnlyHint: true, openWorldHint: false } as const;

async function main(): Promise<void> {
  const { knowledge } = readUsableKnowledge('mcp');
  const tools = createReportTools(knowledge);
  const server = new McpServer(
    { name: 'report-quote-bot', version: knowledge.version },
    { instructions: INSTRUCTIONS },
  );
  server.registerTool(
    'ask_report',
    {
      title: 'Ask the reports',
      description:
        'Answers a question in Chinese with the number or sentence as printed, or says that the reports do not say it.',
      inputSchema: { question: z.string().trim().min(1).describe('The question, in Chinese.'), scope },
      annotations: READ_ONLY,
    },
    (input) => reply(() => tools.askReport(input)),
  );
  server.registerTool(
    'find_passages',
    {
      title: 'Find passages',
      description: 'Finds the sentences nearest to some words, best first, quoted with their spans.',
      inputSchema: {
        query: z.string().trim().min(1),
        scope,
        limit: z.int().min(1).max(MAX_PASSAGES).default(5),
      },
      annotations: READ_ONLY,
    },
    (input) => reply(() => tools.findPassages(input)),
  );
  server.registerTool(
    'list_reports',
    {
      title: 'List the reports',
      description: 'Lists the reports with title, years and places.',
      inputSchema: { scope },
      annotations: READ_ONLY,
    },
    (input) => reply(() => tools.listReports(input)),
  );
  server.registerTool(
    'read_passage',
    {
      title: 'Read a passage',
      description:
        'Gives a span [start, end) of a report word for word, with the whole paragraph it begins in.',
      inputSchema: { report: z.string().min(1), start: z.int().min(0), end: z.int().min(1) },
      annotations: READ_ONLY,
    },
    (input) => reply(() => tools.readPassage(input)),
  );
  server.registerTool(
    'target_status',
    {
      title: 'Where the targets stand',
      description:
        'Says where the yearly targets set in the reports stand, judged by rule from what was recorded.',
      inputSchema: {
        target: z
          .string()
          .trim()
          .min(1)
          .optional()
          .describe('Id of a target, or words of its name or quote.'),
        scope,
        asOf: z.string().refine(isLocalDate, 'must be a day such as 2019-06-24').optional(),
      },
      annotations: READ_ONLY,
    },
    ({ asOf = localDateAt(new Date(), TIME_ZONE), ...input }) =>
      reply(() =>
        withRecords(async ({ targets, records }) =>
          describeTargets({ ...input, asOf, knowledge, targets, entries: await records.ledger.allEntries() }),
        ),
      ),
  );
  await server.connect(new StdioServerTransport());
}

/** A result as one line of JSON, as the command line prints it; a fault is told as an error, never as no result. */
async function reply(run: () => object | Promise<object>): Promise<CallToolResult> {
  try {
    return { content: [{ type: 'text', text: JSON.stringify(await run()) }] };
  } catch (error) {
    if (!(error instanceof AppError)) console.error('mcp:', error);
    const message =
      error instanceof AppError ? `${error.code}: ${error.message}` : 'internal error; see its log';
    return { content: [{ type: 'text', text: message }], isError: true };
  }
}

await runCommand('mcp', main);
