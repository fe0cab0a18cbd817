import type { DataVisualization } from '../../block-kit/charts.ts';
import { ChartCanvas } from './chart-canvas.tsx';
import { ChartNumbers } from './chart-numbers.tsx';

/** A chart with its title, and the same numbers as a table for whoever cannot see it. */
export function DataVisualizationBlock({ block }: { readonly block: DataVisualization }) {
  return (
    <figure class="chart">
      <figcaption>{block.title}</figcaption>
      <ChartCanvas chart={block.chart} title={block.title} />
      <ChartNumbers chart={block.chart} />
    </figure>
  );
}
