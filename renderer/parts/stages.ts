/** Number, colour and drawing of the six stages (design.md 2.1). */
import {
  IconBooks,
  IconBuildingStore,
  IconRocket,
  IconRuler2,
  IconSpeakerphone,
  IconStethoscope,
  type TablerIcon,
} from '@tabler/icons-react'
import type { CSSProperties } from 'react'
import { type StageKey, stageKeys } from '#shared/model/pack.ts'

/** 1 to 6. */
export const stageNumber = (stage: StageKey): number => stageKeys.indexOf(stage) + 1

const icons: Readonly<Record<StageKey, TablerIcon>> = {
  drum_up: IconSpeakerphone,
  diagnose: IconStethoscope,
  design: IconRuler2,
  deliver: IconRocket,
  display: IconBuildingStore,
  documentation: IconBooks,
}
export const stageIcon = (stage: StageKey): TablerIcon => icons[stage]

/** Sets `--s` (fill and text) and `--ss` (tint) for the stylesheets below this element. */
export const stageColors = (stage: StageKey): CSSProperties => {
  const n = stageNumber(stage)
  // React's type knows no custom properties.
  return { '--s': `var(--lb-s${n})`, '--ss': `var(--lb-s${n}-soft)` } as CSSProperties
}
