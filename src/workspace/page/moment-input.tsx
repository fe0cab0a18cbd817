import { useEffect, useRef } from 'preact/hooks';
import { type MomentKind, readMoment } from './read-moment.ts';

const FORMS: Readonly<Record<MomentKind, string>> = {
  date: '年-月-日，如 2019-06-24',
  time: '几点几分，如 09:00',
  datetime: '日期和时间，如 2019-06-24 09:00',
};

/** What ties a field to its label and its error. */
type Labels = {
  readonly id?: string;
  readonly 'aria-label'?: string;
  readonly 'aria-invalid'?: boolean;
  readonly 'aria-describedby'?: string;
  readonly required?: boolean;
};

type Props = Labels & {
  readonly kind: MomentKind;
  /** `2019-06-24`, `09:00` or `2019-06-24T09:00`; empty for none. */
  readonly value: string;
  readonly min?: string;
  readonly max?: string;
  readonly onMoment: (value: string) => void;
};

/**
 * A day or an hour, typed. A browser's own field shows the browser's language and order of day and month, whatever the
 * page is written in; this one is always the year first, as in the report.
 */
export function MomentInput({ kind, value, min = '', max = '', onMoment, ...labels }: Props) {
  const field = useRef<HTMLInputElement>(null);
  const shown = value.replace('T', ' ');
  useEffect(() => {
    if (field.current !== null && field.current.value !== shown) field.current.value = shown;
  }, [shown]);
  /** What was typed as it is kept; null, with the reason at the field, for what cannot be. */
  const check = (input: HTMLInputElement): string | null => {
    const isEmpty = input.value.trim() === '';
    const read = isEmpty ? '' : readMoment(kind, input.value);
    const isOutside = read !== null && !isEmpty && ((min !== '' && read < min) || (max !== '' && read > max));
    const range = [min, max].map((end) => end.replace('T', ' ')).join(' 到 ');
    input.setCustomValidity(
      read === null ? `请写成：${FORMS[kind]}` : isOutside ? `请写在 ${range} 之间` : '',
    );
    return isOutside ? null : read;
  };
  return (
    <input
      {...labels}
      ref={field}
      type="text"
      class="moment"
      autocomplete="off"
      placeholder={FORMS[kind]}
      defaultValue={shown}
      onInput={({ currentTarget }) => check(currentTarget)}
      onChange={({ currentTarget }) => {
        const read = check(currentTarget);
        if (read === null) currentTarget.reportValidity();
        else onMoment(read);
      }}
    />
  );
}
