import type { Answer, Answerer, NumberPlace, Quote } from '../answering/answer.ts';
import type { ErrorCode } from '../errors.ts';
import type { DecodedFile, FileProblem } from '../knowledge/file-problems.ts';
import type { ReadFiles } from '../loading/read-knowledge-files.ts';
import type { Target } from '../targets/target.ts';
import type { WorkCalendar } from '../targets/working-days.ts';

/** What is known of the reports before anybody asks; sent once, when the thread is ready. */
export type Contents = Pick<Answerer, 'knowledgeVersion' | 'reports'> & {
  readonly outline: ReturnType<Answerer['outline']>;
  readonly targets: readonly Target[];
  readonly calendar: WorkCalendar;
  readonly problems: readonly FileProblem[];
  readonly decoded: readonly DecodedFile[];
};

/** What a thread is started with: what to answer from, and the database that reports are shared through, if they are. */
export type StartMessage = ReadFiles & { readonly databaseUrl?: string | undefined };

/** What can be asked of the thread, and what comes back. All of it is plain data. */
export type Calls = {
  readonly answer: {
    readonly request: {
      readonly question: string;
      readonly earlier?: readonly string[] | undefined;
      readonly scope?: readonly string[] | undefined;
    };
    readonly result: Answer;
  };
  readonly contextOf: {
    readonly request: Pick<Quote, 'source' | 'start' | 'end'>;
    readonly result: Quote | null;
  };
  readonly figuresIn: {
    readonly request: Pick<Quote, 'source' | 'start' | 'end'>;
    readonly result: readonly NumberPlace[];
  };
  /** The stages of an answer in words. */
  readonly explain: { readonly request: { readonly question: string }; readonly result: string };
};
export type CallName = keyof Calls;

/** One call to the thread; it gets the next when it has replied to this one. */
export type CallMessage = {
  readonly [Name in CallName]: { readonly name: Name; readonly request: Calls[Name]['request'] };
}[CallName];

/** An error as it crosses threads, where classes and fields of their own are lost. */
export type Fault = { readonly code: ErrorCode | undefined; readonly name: string; readonly message: string };

/** What the thread says: that it is ready or cannot be, questions it can answer, and a reply to each call. */
export type ThreadMessage =
  | { readonly kind: 'ready'; readonly contents: Contents }
  | { readonly kind: 'not-ready'; readonly fault: Fault }
  | { readonly kind: 'examples'; readonly examples: Answerer['examples'] }
  | { readonly kind: 'done'; readonly result: Calls[CallName]['result']; readonly seconds: number }
  | { readonly kind: 'failed'; readonly fault: Fault };
