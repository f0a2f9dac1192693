/** Components of a survey in the order they are talked about. */

/** Lowest first, those nobody answered last; equal ones in the order of the definition. */
export const weakestFirst = <S extends { readonly value: number | null }>(spokes: readonly S[]): readonly S[] =>
  [...spokes].sort((a, b) => (a.value === b.value ? 0 : (a.value ?? Number.POSITIVE_INFINITY) - (b.value ?? Number.POSITIVE_INFINITY)))
