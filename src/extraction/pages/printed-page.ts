/** A rectangle on a page in points, from its upper left corner. */
export type Box = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** Characters printed in one go. `baseline` is where they stand, `size` the height of letters. */
export type Run = {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** How much of its end is the blank half of a closing mark. */
  readonly blank: number;
  readonly baseline: number;
  readonly size: number;
};

/** A straight line that is level or upright. */
export type Rule = {
  readonly isLevel: boolean;
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** What is printed on a page, before anything is made of it. */
export type PrintedPage = {
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly runs: readonly Run[];
  readonly rules: readonly Rule[];
  /** Text that is printed at a slant or upright, such as a watermark. */
  readonly turned: readonly string[];
  readonly pictures: number;
};

/** Runs of one line without a wide gap between them. */
export type Fragment = Box & {
  readonly kind: 'text';
  readonly text: string;
  readonly size: number;
  readonly page: number;
};

/** Columns of a table whose places are known are shifted no further on its next page. */
export const SAME_COLUMNS = 4;

/** A table that was found on a page: where its columns begin and end, and its rows. */
export type FoundTable = Box & {
  readonly kind: 'table';
  readonly page: number;
  readonly columns: readonly number[];
  /** How far its columns may be shifted where it goes on on the next page, in points. */
  readonly columnsWithin: number;
  readonly rows: readonly { readonly cells: readonly FoundCell[] }[];
};

export type FoundCell = {
  readonly column: number;
  readonly columns: number;
  readonly rows: number;
  readonly text: string;
};

export type Item = Fragment | FoundTable;
