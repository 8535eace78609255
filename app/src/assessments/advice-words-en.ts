/** What is said of closing a gap, in English. */
import { t } from '@maqami/engine/explain/ink.ts'
import type { AdviceWords } from './advice-words.ts'

export const EN: AdviceWords = {
  title: t`What would close the gap`,
  intro: t`The smallest sets of parts that would meet the requirement if they were no longer imported. Each set was put to the same computation that assesses the return; nothing is kept, and nothing is asked of you.`,
  see: t`See which parts would close the gap`,
  states: { met: t`Met`, open: t`Not settled`, short: t`Not met` },
  noAdviser: t`The programme does not say which parts of a return could be turned, so there is nothing to try.`,
  met: (requirement) => t`“${requirement}” is met. There is no gap to close.`,
  open: (requirement, missing) =>
    t`Whether “${requirement}” is met cannot be said before this is reported: ${missing}.`,
  refused: (requirement, reasons) => t`“${requirement}” cannot be computed. ${reasons}`,
  short: (requirement, reached, asked, gap) => t`“${requirement}” is not met: ${reached} of ${asked}, ${gap}.`,
  notMet: (requirement) => t`“${requirement}” is not met.`,
  way: (ways) => t`If parts were ${ways}`,
  or: t`, or `,
  nothingToTurn: t`No part of the return can be turned in this way.`,
  oneSuffices: (count, isOne) => (isOne ? t`One part suffices:` : t`One part suffices. Any of these ${count} does:`),
  severalSuffice: (size, count, isOne) =>
    isOne
      ? t`No fewer than ${size} parts suffice. These do:`
      : t`No fewer than ${size} parts suffice. Any of these ${count} sets does, the one first that moves the least value:`,
  notAllCompared: t`There are too many sets of this size to compare them all: another one may move less value.`,
  outOfReach: (count, isOne) =>
    isOne ? t`The one part that can be turned does not suffice.` : t`Not even all ${count} parts together suffice.`,
  wouldReach: (reached) => t`They would bring it to ${reached}.`,
  notFound: (size) => t`No set of up to ${size} parts suffices. There are too many larger ones to try them.`,
  set: t`Parts`,
  valueMoved: t`Value moved`,
  reaches: t`Reaches`,
  gains: t`What each part gains alone`,
  part: t`Part`,
  lines: t`Lines`,
  value: t`Value`,
  gain: t`Gain`,
  more: (count) => t`The parts that gain most are shown. There are ${count} more.`,
  assumption: t`Quantities and values are taken as they were reported: what a part would cost when it is made here, nobody has said.`,
}
