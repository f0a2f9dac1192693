/** The trail as the views of a canvas read it. */
export { chainOf, endKey, linkedEnds, type TrailStep, textAt } from '#shared/rules/trail.ts'
