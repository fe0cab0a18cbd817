import { z } from 'zod';
import { LIMITS } from './limits.ts';

const label = z.string().min(1).max(LIMITS.chart.label);

const SeriesSchema = z.strictObject({
  name: label,
  data: z
    .array(z.strictObject({ label, value: z.number() }))
    .min(1)
    .max(LIMITS.chart.points),
});
export type Series = z.infer<typeof SeriesSchema>;

function axisChart<Type extends 'bar' | 'line' | 'area'>(type: Type) {
  return z
    .strictObject({
      type: z.literal(type),
      series: z.array(SeriesSchema).min(1).max(LIMITS.chart.series),
      axis_config: z.strictObject({
        categories: z.array(label).min(1).max(LIMITS.chart.points),
        x_label: z.string().max(LIMITS.chart.axisLabel).optional(),
        y_label: z.string().max(LIMITS.chart.axisLabel).optional(),
      }),
    })
    .refine(({ series }) => new Set(series.map(({ name }) => name)).size === series.length, {
      message: 'series names must be unique',
      path: ['series'],
    })
    .refine(({ series, axis_config }) => series.every((one) => covers(one, axis_config.categories)), {
      message: 'every series must have one data point for each category',
      path: ['series'],
    });
}

function covers(series: Series, categories: readonly string[]): boolean {
  const labels = new Set(series.data.map((point) => point.label));
  return labels.size === categories.length && categories.every((category) => labels.has(category));
}

const PieSchema = z.strictObject({
  type: z.literal('pie'),
  segments: z
    .array(z.strictObject({ label, value: z.number().positive() }))
    .min(1)
    .max(LIMITS.chart.segments),
});
export type Pie = z.infer<typeof PieSchema>;

export const DataVisualizationSchema = z.strictObject({
  type: z.literal('data_visualization'),
  block_id: z.string().max(LIMITS.id).optional(),
  title: z.string().min(1).max(LIMITS.chart.title),
  chart: z.discriminatedUnion('type', [PieSchema, axisChart('bar'), axisChart('line'), axisChart('area')]),
});
export type DataVisualization = z.infer<typeof DataVisualizationSchema>;
export type AxisChart = Exclude<DataVisualization['chart'], Pie>;
