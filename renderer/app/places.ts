/** The address of every page. Use these for `href`; `go` for moving from code. */
import type { StageKey } from '#shared/model/pack.ts'

export const places = {
  home: () => '#/',
  settings: () => '#/setelan',
  lab: (lab: string) => `#/lab/${lab}`,
  labSettings: (lab: string) => `#/lab/${lab}/setelan`,
  people: (lab: string) => `#/lab/${lab}/peserta`,
  stage: (lab: string, stage: StageKey) => `#/lab/${lab}/tahap/${stage}`,
  documents: (lab: string) => `#/lab/${lab}/dokumen`,
  innovation: (lab: string, innovation: string) => `#/lab/${lab}/inovasi/${innovation}`,
  canvas: (lab: string, innovation: string, canvas: string) => `#/lab/${lab}/inovasi/${innovation}/kanvas/${canvas}`,
  proposal: (lab: string, innovation: string, form: string) => `#/lab/${lab}/inovasi/${innovation}/proposal/${form}`,
  innovationDocuments: (lab: string, innovation: string) => `#/lab/${lab}/inovasi/${innovation}/dokumen`,
} as const

export function go(place: string): void {
  window.location.hash = place
}
