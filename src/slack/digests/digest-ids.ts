/** Ids that Slack sends back from what is about targets and digests. */
export const DIGEST_ACTIONS = {
  /** Posts a digest of unknown outcome again. */
  postAgain: 'post_again',
} as const;
