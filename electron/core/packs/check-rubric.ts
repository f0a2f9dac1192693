/** What the schema of a rubric cannot say. */
import type { RubricDef } from '#shared/model/pack.ts'
import type { Finding } from './findings.ts'

export function* rubricFindings(_def: RubricDef): Generator<Finding> {}
