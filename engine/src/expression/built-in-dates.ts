/** Dates that every formula knows without a fact: when the assessment is made, and when the period ends that it is about. */
export const BUILT_IN_DATES = ['assessment_date', 'period_end'] as const

export type BuiltInDate = (typeof BUILT_IN_DATES)[number]

export function isBuiltInDate(name: string): name is BuiltInDate {
  return (BUILT_IN_DATES as readonly string[]).includes(name)
}
