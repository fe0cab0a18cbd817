import type { ElementPlace } from '../surface.ts';

/** How an input block labels its element. */
export type Field = {
  readonly id: string;
  readonly labelId: string;
  readonly isInvalid: boolean;
  readonly describedBy: string;
};

/** What every element that keeps a value is given. */
export type ElementProps<Kind> = {
  readonly element: Kind;
  readonly place: ElementPlace;
  /** Absent outside input blocks; `label` names the element then. */
  readonly field?: Field | undefined;
  readonly label?: string | undefined;
};

/** The attributes that tie a control to its label and error. */
export function fieldAttributes(field: Field | undefined, label: string | undefined) {
  if (field === undefined) return { 'aria-label': label ?? '选择' };
  return {
    id: field.id,
    'aria-invalid': field.isInvalid,
    'aria-describedby': field.describedBy,
  };
}
