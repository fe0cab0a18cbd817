import { z } from 'zod';

/** A table of lines by name, as large tables are kept: looked through by hand, since zod would copy tens of thousands. */
export const RecordOfTextSchema = z.custom<Readonly<Record<string, string>>>(
  (value) =>
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    Object.values(value).every((each) => typeof each === 'string'),
);
