import type { Pie } from '../../block-kit/charts.ts';

const RADIUS = 100;
const CENTRE = 110;

/** A pie, clockwise from the top in the order given. */
export function PieChart({ pie, title }: { readonly pie: Pie; readonly title: string }) {
  const total = pie.segments.reduce((sum, { value }) => sum + value, 0);
  let before = 0;
  return (
    <svg class="pie" viewBox={`0 0 ${2 * CENTRE} ${2 * CENTRE}`} role="img" aria-label={title}>
      {pie.segments.map(({ label, value }, index) => {
        const start = before / total;
        before += value;
        return (
          <path key={label} class={`slice fill-${index % 6}`} d={slicePath(start, before / total)}>
            <title>
              {label}:{value}
            </title>
          </path>
        );
      })}
    </svg>
  );
}

/** The path of the slice between two shares of the whole turn. */
function slicePath(start: number, end: number): string {
  if (end - start > 0.9999) {
    return `M ${CENTRE} ${CENTRE - RADIUS} a ${RADIUS} ${RADIUS} 0 1 1 -0.01 0 Z`;
  }
  const point = (share: number) => {
    const angle = 2 * Math.PI * share;
    return `${CENTRE + RADIUS * Math.sin(angle)} ${CENTRE - RADIUS * Math.cos(angle)}`;
  };
  const isLarge = end - start > 0.5 ? 1 : 0;
  return `M ${CENTRE} ${CENTRE} L ${point(start)} A ${RADIUS} ${RADIUS} 0 ${isLarge} 1 ${point(end)} Z`;
}
