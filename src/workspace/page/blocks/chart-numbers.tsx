import type { DataVisualization } from '../../block-kit/charts.ts';
import { ScrollRegion } from '../scroll-region.tsx';

/** The numbers of a chart as a table that unfolds. */
export function ChartNumbers({ chart }: { readonly chart: DataVisualization['chart'] }) {
  const head = chart.type === 'pie' ? [''] : ['', ...chart.series.map(({ name }) => name)];
  const rows =
    chart.type === 'pie'
      ? chart.segments.map(({ label, value }) => [label, String(value)])
      : chart.axis_config.categories.map((category) => [
          category,
          ...chart.series.map(({ data }) =>
            String(data.find(({ label }) => label === category)?.value ?? ''),
          ),
        ]);
  return (
    <details class="chart-numbers">
      <summary>图中的数字</summary>
      <ScrollRegion class="table-scroll" label="图中的数字">
        <table>
          {chart.type !== 'pie' && (
            <thead>
              <tr>
                {head.map((name) => (
                  <th key={name} scope="col">
                    {name === '' ? '项目' : name}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map(([label, ...values]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {values.map((value, index) => (
                  <td key={index}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </details>
  );
}
