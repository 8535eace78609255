export const EN = {
  title: 'Where we stand',
  asOf: (day: string) => `As of ${day}, by all accepted returns.`,
  none: 'No programme names goals yet. They stand in goals.yaml of its release.',
  change: 'In a month',
  since: (day: string) => `Since ${day}`,
  accepted: (count: number, restated: number) =>
    `${count} ${count === 1 ? 'return' : 'returns'} accepted, ${restated} of them restated`,
  approved: (count: number) => `${count} ${count === 1 ? 'determination' : 'determinations'} approved`,
  published: (count: number) => `${count} ${count === 1 ? 'edition' : 'editions'} of statistics published`,
  waiting: 'What needs a decision',
  nothing: 'Nothing waits for a decision.',
  until: (day: string) => `since ${day}`,
  tasks: {
    releases: (count: number) => `${count} ${count === 1 ? 'release' : 'releases'} of law to approve`,
    applications: (count: number) =>
      `${count} ${count === 1 ? 'application' : 'applications'} of manufacturers to decide`,
    returns: (count: number) => `${count} ${count === 1 ? 'return' : 'returns'} to review`,
    determinations: (count: number) => `${count} ${count === 1 ? 'determination' : 'determinations'} to approve`,
    appeals: (count: number) => `${count} ${count === 1 ? 'appeal' : 'appeals'} to decide`,
    actions: (count: number) => `${count} ${count === 1 ? 'action' : 'actions'} of meetings overdue`,
  },
}
