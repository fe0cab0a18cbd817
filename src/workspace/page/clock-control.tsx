import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { MomentInput } from './moment-input.tsx';
import { clockOffsetMs, perform } from './store.ts';
import { formatDay, formatTime, fromLocalInput, nextMondayMorning, toLocalInput } from './workspace-time.ts';

/** How often the shown time is looked at again. */
const REDRAW_MS = 5_000;

/** The workspace's clock: what it shows, and how to move it. */
export function ClockControl() {
  const typed = useSignal(toLocalInput(Date.now() + clockOffsetMs.value));
  const nowMs = useSignal(Date.now() + clockOffsetMs.value);
  useEffect(() => {
    const redraw = () => {
      nowMs.value = Date.now() + clockOffsetMs.value;
    };
    redraw();
    typed.value = toLocalInput(nowMs.value);
    const timer = setInterval(redraw, REDRAW_MS);
    return () => clearInterval(timer);
  }, [clockOffsetMs.value]);

  const moveTo = (instant: Date) => perform('clock', { instant: instant.toISOString() });
  return (
    <section class="clock" aria-label="工作区时钟">
      <p class="clock-now">
        <strong>{formatTime(nowMs.value)}</strong>
        <span>{formatDay(nowMs.value)}</span>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          // Only a submitted time counts: while it is typed, a field passes through times nobody meant.
          if (typed.value !== '') void moveTo(fromLocalInput(typed.value));
        }}
      >
        <MomentInput
          kind="datetime"
          aria-label="把时钟调到"
          required
          min="2019-01-01T00:00"
          max="2020-12-31T23:59"
          value={typed.value}
          onMoment={(moment) => {
            typed.value = moment;
          }}
        />
        <button type="submit">前往</button>
        <button type="button" onClick={() => void moveTo(nextMondayMorning(nowMs.value))}>
          到下周一 09:00
        </button>
      </form>
    </section>
  );
}
