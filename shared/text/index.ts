/** All sentences a user can see, by the feature that says them. */
import { appText } from './app.ts'
import { archiveText } from './archive.ts'
import { boardText } from './board.ts'
import { canvasText } from './canvas.ts'
import { catalogueText } from './catalogue.ts'
import { catalogueFiguresText } from './catalogue-figures.ts'
import { catalogueWords } from './catalogue-words.ts'
import { chatText } from './chat.ts'
import { coachText } from './coach.ts'
import { documentsText } from './documents.ts'
import { evidenceText } from './evidence.ts'
import { faultsText } from './faults.ts'
import { followupsText } from './followups.ts'
import { formText } from './form.ts'
import { gatesText } from './gates.ts'
import { gridText } from './grid.ts'
import { guidesText } from './guides.ts'
import { guidesRubricText } from './guides-rubric.ts'
import { homeText } from './home.ts'
import { indexText } from './index-trial.ts'
import { innovationText } from './innovation.ts'
import { jurorsText } from './jurors.ts'
import { juryText } from './jury.ts'
import { juryResultsText } from './jury-results.ts'
import { keysText } from './keys.ts'
import { labText } from './lab.ts'
import { matrixText } from './matrix.ts'
import { maturityText } from './maturity.ts'
import type { Messages } from './messages.ts'
import { monitorText } from './monitor.ts'
import { naskahText } from './naskah.ts'
import { paletteText } from './palette.ts'
import { partnersText } from './partners.ts'
import { peopleText } from './people.ts'
import { planText } from './plan.ts'
import { projectorText } from './projector.ts'
import { proposalText } from './proposal.ts'
import { recordText } from './record.ts'
import { rewardsText } from './rewards.ts'
import { runText } from './run.ts'
import { scoringText } from './scoring.ts'
import { sessionText } from './session.ts'
import { settingsText } from './settings.ts'
import { stageText } from './stage.ts'
import { trailText } from './trail.ts'
import { transferText } from './transfer.ts'
import { treeText } from './tree.ts'

export const allText = {
  app: appText,
  home: homeText,
  lab: labText,
  people: peopleText,
  settings: settingsText,
  faults: faultsText,
  innovation: innovationText,
  keys: keysText,
  canvas: canvasText,
  catalogue: catalogueText,
  board: boardText,
  tree: treeText,
  grid: gridText,
  matrix: matrixText,
  form: formText,
  trail: trailText,
  transfer: transferText,
  proposal: proposalText,
  documents: documentsText,
  chat: chatText,
  session: sessionText,
  plan: planText,
  run: runText,
  record: recordText,
  projector: projectorText,
  gates: gatesText,
  followups: followupsText,
  coach: coachText,
  monitor: monitorText,
  archive: archiveText,
  rewards: rewardsText,
  partners: partnersText,
  palette: paletteText,
  stage: stageText,
  evidence: evidenceText,
  maturity: maturityText,
  index: indexText,
  guides: guidesText,
  guidesRubric: guidesRubricText,
  naskah: naskahText,
  jury: juryText,
  jurors: jurorsText,
  scoring: scoringText,
  juryResults: juryResultsText,
  catalogueFigures: catalogueFiguresText,
  catalogueWords,
} as const satisfies Readonly<Record<string, Messages>>

type AllText = typeof allText

/** `<file>.<key>` of every message. */
export type TextKey = { readonly [F in keyof AllText]: `${F}.${keyof AllText[F] & string}` }[keyof AllText]
