/** The pages of sanctions in English. */
import type { MeasureLasts, MeasureState } from './sanction.ts'

const STATES: Readonly<Record<MeasureState, string>> = {
  in_effect: 'In effect',
  pending: 'Takes effect later',
  stayed: 'Stayed',
  recommended: 'Recommended only',
}

const LASTS: Readonly<Record<MeasureLasts, string>> = {
  until_restored: 'Until the failure is cured and it is restored, or it is quashed',
  for_good: 'For good, unless it is quashed',
  until_taken_back: 'Owed until it is paid, or taken back',
  until_lifted: 'Until the authority that ordered it lifts it',
}

export const EN = {
  title: 'Sanctions that stand',
  intro: 'What was imposed on your firm and has not been lifted, the newest first.',
  none: 'No sanction stands against your firm. One that is imposed is listed here until it is lifted.',
  ofFirms: {
    intro: 'What was imposed on firms and has not been lifted, the newest first.',
    none: 'Sanctions that are imposed are listed here until they are lifted. None stands.',
  },
  what: 'Sanction',
  amount: 'Amount',
  since: 'Since',
  until: 'Until',
  state: 'State',
  by: 'Determination',
  programme: 'Programme',
  year: 'Year',
  states: STATES,
  lasts: LASTS,
  rehearsal: 'Rehearsal',
}
