import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  type ChartConfiguration,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Tooltip,
} from 'chart.js';
import type { AxisChart, DataVisualization, Pie } from '../../block-kit/charts.ts';

Chart.register(ArcElement, BarController, BarElement, CategoryScale, Filler, Legend, LinearScale);
Chart.register(LineController, LineElement, PieController, PointElement, Tooltip);

/** The colours of series and slices, in order, as the theme names them. */
const SERIES_COLOURS = ['--c0', '--c1', '--c2', '--c3', '--c4', '--c5'] as const;

/** Draws a chart of a message into a canvas, in the colours and font of the page around it. Returns how to erase it. */
export function drawChart(canvas: HTMLCanvasElement, chart: DataVisualization['chart']): () => void {
  const theme = readTheme(canvas);
  const config = chart.type === 'pie' ? pieConfig(chart, theme) : axisConfig(chart, theme);
  Chart.defaults.font.family = theme.font;
  const names = chart.type === 'pie' ? chart.segments : chart.series;
  const drawn = new Chart(canvas, {
    ...config,
    options: {
      ...config.options,
      animation: false,
      maintainAspectRatio: false,
      locale: 'zh-CN',
      color: theme.ink,
      plugins: { legend: { display: names.length > 1, position: 'bottom', labels: { boxWidth: 12 } } },
    },
  });
  return () => drawn.destroy();
}

type Theme = ReturnType<typeof readTheme>;

function pieConfig({ segments }: Pie, { series, page }: Theme): ChartConfiguration {
  return {
    type: 'pie',
    data: {
      labels: segments.map(({ label }) => label),
      datasets: [
        {
          data: segments.map(({ value }) => value),
          backgroundColor: segments.map((_segment, index) => series[index % series.length]),
          borderColor: page,
        },
      ],
    },
  };
}

function axisConfig(chart: AxisChart, theme: Theme): ChartConfiguration {
  const { categories, x_label: xLabel, y_label: yLabel } = chart.axis_config;
  const axis = (label: string | undefined) => ({
    grid: { color: theme.line },
    ticks: { color: theme.muted },
    title: { display: label !== undefined, text: label, color: theme.muted },
  });
  return {
    type: chart.type === 'bar' ? 'bar' : 'line',
    data: {
      labels: [...categories],
      datasets: chart.series.map(({ name, data }, index) => {
        const colour = theme.series[index % theme.series.length];
        return {
          label: name,
          data: categories.map((category) => data.find(({ label }) => label === category)?.value ?? 0),
          borderColor: colour,
          backgroundColor:
            chart.type === 'area' ? colour?.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.25)') : colour,
          fill: chart.type === 'area',
        };
      }),
    },
    options: { scales: { x: axis(xLabel), y: { ...axis(yLabel), beginAtZero: true } } },
  };
}

/** A canvas knows nothing of style sheets: each colour is looked up through an element that wears it. */
function readTheme(canvas: HTMLCanvasElement) {
  const probe = document.createElement('span');
  canvas.after(probe);
  const colour = (name: string) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
  const theme = {
    series: SERIES_COLOURS.map(colour),
    ink: colour('--ink'),
    muted: colour('--muted'),
    line: colour('--line'),
    page: colour('--page'),
    font: getComputedStyle(probe).fontFamily,
  };
  probe.remove();
  return theme;
}
