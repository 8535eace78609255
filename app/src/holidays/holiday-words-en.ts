/** The page of holidays in English. */
export const EN = {
  title: 'Holidays',
  intro:
    'Days on which the authority is closed beside Saturday and Sunday. A last day that the law or a notice counts in working days moves with each change here; what was decided before stays.',
  none: 'A holiday that is declared stands here with its source. None has been.',
  day: 'Day',
  name: 'Holiday',
  source: 'Source',
  state: 'State',
  states: { declared: 'Holiday', cancelled: 'Cancelled' },
  since: 'Recorded',
  declare: 'Declare a holiday',
  dayHint: 'For example 2027-03-10',
  nameHint: 'As people call it: Eid-ul-Fitr',
  sourceHint: 'The notification or circular, with its number and day',
  willMove: 'Every last day that is counted in working days over this day moves on by one at once, for every firm.',
  declareIt: 'Declare it',
  cancel: 'Cancel a holiday',
  cancelHint: 'Where the moon was not sighted, or a circular was withdrawn.',
  cancelIt: 'Cancel it',
  done: { declared: 'The holiday is declared.', cancelled: 'The holiday is cancelled.' },
}
