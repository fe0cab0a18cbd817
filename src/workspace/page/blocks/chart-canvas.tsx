import { useEffect, useRef } from 'preact/hooks';
import type { DataVisualization } from '../../block-kit/charts.ts';

type Props = { readonly chart: DataVisualization['chart']; readonly title: string };

/** A chart as a picture; drawn again when the page changes between light and dark. */
export function ChartCanvas({ chart, title }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    let erase = () => {};
    let isGone = false;
    const draw = async () => {
      const { drawChart } = await import('./draw-chart.ts');
      erase();
      if (!isGone) erase = drawChart(element, chart);
    };
    const darkness = matchMedia('(prefers-color-scheme: dark)');
    darkness.addEventListener('change', draw);
    void draw();
    return () => {
      isGone = true;
      darkness.removeEventListener('change', draw);
      erase();
    };
  }, [chart]);
  return (
    <div class="chart-canvas">
      <canvas ref={canvas} role="img" aria-label={title} />
    </div>
  );
}
