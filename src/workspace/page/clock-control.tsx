import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { clockOffsetMs, perform } from './store.ts';
import { formatDay, formatTime, fromLocalInput, nextMondayMorning, toLocalInput } from './workspace-time.ts';

/** How often the shown time is looked at again. */
const REDRAW_MS = 5_000;

/** The workspace's clock: what it shows, and how to move it. */
export function ClockControl() {
  const nowMs = useSignal(Date.now() + clockOffsetMs.value);
  useEffect(() => {
    const redraw = () => {
      nowMs.value = Date.now() + clockOffsetMs.value;
    };
    redraw();
    const timer = setInterval(redraw, REDRAW_MS);
    return () => clearInterval(timer);
  }, [clockOffsetMs.value]);

  const moveTo = (instant: Date) => perform('clock', { instant: instant.toISOString() });
  const pickTime = (text: string) => {
    if (text !== '') void moveTo(fromLocalInput(text));
  };
  return (
    <section class="clock" aria-label="工作区时钟">
      <p class="clock-now">
        <strong>{formatTime(nowMs.value)}</strong>
        <span>{formatDay(nowMs.value)}</span>
      </p>
      <button type="button" onClick={() => void moveTo(nextMondayMorning(nowMs.value))}>
        到下周一 09:00
      </button>
      <input
        type="datetime-local"
        aria-label="把时钟调到"
        min="2019-01-01T00:00"
        max="2020-12-31T23:59"
        value={toLocalInput(nowMs.value)}
        onChange={(event) => pickTime(event.currentTarget.value)}
      />
    </section>
  );
}
