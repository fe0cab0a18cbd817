import { z } from 'zod';

const text = z.string().trim().min(1);

/** What the catalogue says of one report. */
export const CatalogueEntrySchema = z.strictObject({
  /** Seed file name without extension. */
  id: text,
  /** Title shown to people, where the lines of the seed do not make a good one. */
  title: text.optional(),
  /** Names of the place the report is about. */
  places: z.array(text).default([]),
  /** The years it speaks of, where its text does not say. */
  years: z.array(z.int().min(1949).max(9999)).default([]),
  /** What sort of report it is: `政府工作报告`, `年鉴`. */
  kind: text.optional(),
  /** The collection it belongs to, by which a channel may keep to several reports. */
  collection: text.optional(),
  /** The day it was added. */
  received: z.iso.date().optional(),
});

export type CatalogueEntry = z.infer<typeof CatalogueEntrySchema>;

/** `catalogue.yaml`: what cannot be read from a seed itself. No report stands in it twice. */
export const CatalogueSchema = z.strictObject({
  reports: z.array(CatalogueEntrySchema).superRefine((reports, context) => {
    const seen = new Set<string>();
    for (const [index, { id }] of reports.entries()) {
      if (seen.has(id))
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          message: `“${id}” stands here twice; keep one entry`,
        });
      seen.add(id);
    }
  }),
});

/** `synonyms.yaml`: groups of words that mean the same. */
export const SynonymsSchema = z.strictObject({ groups: z.array(z.array(text).min(2)) });

/** `not-in-reports.yaml`: questions that people found no report answers. */
export const NotInReportsSchema = z.strictObject({ questions: z.array(text) });

/** `figures/<report id>.yaml`: names of figures, each anchored by a quote that stands in the seed exactly once. */
export const FiguresSchema = z
  .strictObject({
    /** Only some of the numbers are named; the others are called by their own words. */
    partial: z.boolean().default(false),
    clauses: z.array(
      z.strictObject({
        quote: text,
        figures: z
          .array(
            z.strictObject({
              /** The number with its unit as printed, standing in the quote; with `nth` from 1 where it stands there twice. */
              printed: text,
              nth: z.int().min(1).default(1),
              /** May be left out where the file is partial: the number keeps its own words. */
              name: text.optional(),
              aliases: z.array(text).default([]),
            }),
          )
          .default([]),
        /** Numbers of the quote that state no fact of their own, each with the reason. */
        excluded: z
          .array(z.strictObject({ printed: text, nth: z.int().min(1).default(1), reason: text }))
          .default([]),
      }),
    ),
  })
  .superRefine(({ partial, clauses }, context) => {
    for (const [index, { figures }] of partial ? [] : clauses.entries())
      for (const [position, { name }] of figures.entries())
        if (name === undefined)
          context.addIssue({
            code: 'custom',
            path: ['clauses', index, 'figures', position, 'name'],
            message: 'is missing; a file that names only some numbers says partial: true',
          });
  });

export type ReviewedFigures = z.infer<typeof FiguresSchema>;
