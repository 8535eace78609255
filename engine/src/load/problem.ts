/** Something wrong in a file, with its place and a sentence that says what to do. Lines and columns count from 1. */
export interface Problem {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly sentence: string
}

export function formatProblem(problem: Problem): string {
  return `${problem.file}:${problem.line}:${problem.column}: ${problem.sentence}`
}

const LONGEST_NAME = 64
/** Pairs of letters compared for one suggestion: enough for hundreds of names, and no hour for thousands of unknown ones. */
const MOST_COMPARED = 100_000

/** The nearest of the known names, for "did you mean": at most a third of the letters differ. */
function nearest(name: string, known: Iterable<string>): string | undefined {
  if (name.length > LONGEST_NAME) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(name.length / 3)) + 1
  let compared = 0
  for (const candidate of known) {
    if (Math.abs(candidate.length - name.length) >= least) continue
    compared += candidate.length * name.length
    if (compared > MOST_COMPARED) break
    const distance = editDistance(name, candidate, least)
    if (distance < least) {
      best = candidate
      least = distance
    }
  }
  return best
}

export function didYouMean(name: string, known: Iterable<string>, language: 'en' | 'ur' = 'en'): string {
  const suggestion = nearest(name, known)
  if (suggestion === undefined) return ''
  return language === 'ur' ? ` کیا مراد '${suggestion}' ہے؟` : ` Did you mean '${suggestion}'?`
}

/** Letters put in, left out, changed, or swapped with their neighbour; given up beyond `limit`. */
function editDistance(a: string, b: string, limit: number): number {
  let before: readonly number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i += 1) {
    const current = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const substitution = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (before[j - 2] ?? 0) + 1 : limit
      current.push(Math.min(substitution, swapped, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1))
    }
    before = previous
    previous = current
  }
  return previous[b.length] ?? limit
}
