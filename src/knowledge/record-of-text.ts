import { z } from 'zod';

/**
 * A table of lines by name, as large tables are kept: only seen to be one, since zod would copy tens of thousands of lines.
 * Whoever reads a line looks at it.
 */
export const RecordOfTextSchema = z.custom<Readonly<Record<string, string>>>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
);
