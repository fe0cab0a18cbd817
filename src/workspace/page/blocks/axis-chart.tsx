import type { AxisChart } from '../../block-kit/charts.ts';
import { axisTicks, bandOf, FRAME, heightOf } from './chart-scale.ts';

type Props = { readonly chart: AxisChart; readonly title: string };

/** Labels longer than this would run into their neighbours; the numbers below the chart have them whole. */
const LABEL_WIDTH_PER_CHARACTER = 12;

/** A bar, line or area chart. */
export function AxisChartView({ chart, title }: Props) {
  const { categories, x_label: xLabel, y_label: yLabel } = chart.axis_config;
  const series = chart.series.map(({ name, data }) => ({
    name,
    values: categories.map((category) => data.find(({ label }) => label === category)?.value ?? 0),
  }));
  const ticks = axisTicks(series.flatMap(({ values }) => values));
  const shownCharacters = Math.max(
    2,
    Math.floor(bandOf(0, categories.length).width / LABEL_WIDTH_PER_CHARACTER),
  );
  return (
    <svg viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} role="img" aria-label={title}>
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            class="grid"
            x1={FRAME.left}
            x2={FRAME.width - FRAME.right}
            y1={heightOf(tick, ticks)}
            y2={heightOf(tick, ticks)}
          />
          <text x={FRAME.left - 6} y={heightOf(tick, ticks) + 4} text-anchor="end">
            {tick}
          </text>
        </g>
      ))}
      {categories.map((category, index) => {
        const band = bandOf(index, categories.length);
        return (
          <text
            key={category}
            x={band.x + band.width / 2}
            y={FRAME.height - FRAME.bottom + 16}
            text-anchor="middle"
          >
            <title>{category}</title>
            {category.length > shownCharacters ? `${category.slice(0, shownCharacters - 1)}…` : category}
          </text>
        );
      })}
      {xLabel !== undefined && (
        <text class="axis-label" x={FRAME.width / 2} y={FRAME.height - 6} text-anchor="middle">
          {xLabel}
        </text>
      )}
      {yLabel !== undefined && (
        <text class="axis-label" x={4} y={FRAME.top} dominant-baseline="hanging">
          {yLabel}
        </text>
      )}
      {series.map(({ name, values }, index) =>
        chart.type === 'bar' ? (
          <Bars key={name} values={values} ticks={ticks} place={{ index, count: series.length }} />
        ) : (
          <Curve key={name} values={values} ticks={ticks} index={index} isFilled={chart.type === 'area'} />
        ),
      )}
    </svg>
  );
}

type BarsProps = {
  readonly values: readonly number[];
  readonly ticks: readonly number[];
  readonly place: { readonly index: number; readonly count: number };
};

function Bars({ values, ticks, place }: BarsProps) {
  return (
    <g class={`fill-${place.index % 6}`}>
      {values.map((value, category) => {
        const band = bandOf(category, values.length);
        const width = Math.min(36, (band.width * 0.7) / place.count);
        const x = band.x + band.width / 2 + (place.index - place.count / 2) * width;
        const zero = heightOf(0, ticks);
        const y = heightOf(value, ticks);
        return (
          <rect
            key={category}
            x={x + 1}
            y={Math.min(y, zero)}
            width={Math.max(1, width - 2)}
            height={Math.abs(zero - y)}
            rx={2}
          >
            <title>{value}</title>
          </rect>
        );
      })}
    </g>
  );
}

type CurveProps = {
  readonly values: readonly number[];
  readonly ticks: readonly number[];
  readonly index: number;
  readonly isFilled: boolean;
};

function Curve({ values, ticks, index, isFilled }: CurveProps) {
  const points = values.map((value, category) => {
    const band = bandOf(category, values.length);
    return { x: band.x + band.width / 2, y: heightOf(value, ticks), value };
  });
  const path = points.map(({ x, y }) => `${x},${y}`).join(' ');
  const zero = heightOf(0, ticks);
  return (
    <g class={`stroke-${index % 6} fill-${index % 6}`}>
      {isFilled && (
        <polygon class="area" points={`${points[0]?.x},${zero} ${path} ${points.at(-1)?.x},${zero}`} />
      )}
      <polyline class="curve" points={path} />
      {points.map(({ x, y, value }) => (
        <circle key={x} cx={x} cy={y} r={3}>
          <title>{value}</title>
        </circle>
      ))}
    </g>
  );
}
