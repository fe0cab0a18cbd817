/** What the bot does until it is there: after the start, and after starting over. What is clicked meanwhile waits for it. */
export function Starting({ stage }: { readonly stage: string | null }) {
  return (
    <div class="starting-place" role="status">
      {stage !== null && (
        <p class="starting">
          <progress aria-label="启动进度" />
          <span>{stage}</span>
          <span class="muted">现在点的、写的，准备好以后马上办。</span>
        </p>
      )}
    </div>
  );
}
