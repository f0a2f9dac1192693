export type Ordered = { readonly id: string; readonly order: string }

/** Items sort by their fractional key and, where two people chose the same key, by id: every peer sees the same order. */
export const byOrder = (a: Ordered, b: Ordered): number =>
  a.order < b.order ? -1 : a.order > b.order ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0
