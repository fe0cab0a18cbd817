import type { DataVisualization } from '../../block-kit/charts.ts';
import { AxisChartView } from './axis-chart.tsx';
import { ChartNumbers } from './chart-numbers.tsx';
import { PieChart } from './pie-chart.tsx';

/** A chart with its title, its legend, and the same numbers as a table for whoever cannot see it. */
export function DataVisualizationBlock({ block }: { readonly block: DataVisualization }) {
  const { chart } = block;
  const names =
    chart.type === 'pie' ? chart.segments.map(({ label }) => label) : chart.series.map(({ name }) => name);
  return (
    <figure class="chart">
      <figcaption>{block.title}</figcaption>
      {chart.type === 'pie' ? (
        <PieChart pie={chart} title={block.title} />
      ) : (
        <AxisChartView chart={chart} title={block.title} />
      )}
      {names.length > 1 && (
        <ul class="legend">
          {names.map((name, index) => (
            <li key={name}>
              <span class={`swatch fill-${index % 6}`} aria-hidden="true" /> {name}
            </li>
          ))}
        </ul>
      )}
      <ChartNumbers chart={chart} />
    </figure>
  );
}
