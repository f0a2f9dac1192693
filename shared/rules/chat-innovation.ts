/** The text that tells a team in WhatsApp where its innovation stands. */
import type { Innovation, Lab } from '../model/lab.ts'
import type { Language } from '../model/text.ts'
import { chatText as words } from '../text/chat.ts'
import { say } from '../text/messages.ts'
import { type ChatSection, type ChatStage, compose, plain } from './chat-parts.ts'
import { factsOfInnovation, gateState } from './gates.ts'
import { canvasOf, formOf, type Packs } from './packs.ts'

export type InnovationChat = {
  readonly innovation: Innovation
  readonly lab: Lab
  /** The stages of the method in order, as this lab calls them. */
  readonly stages: readonly ChatStage[]
  /** For the names of canvases, fields and sections. */
  readonly packs: Packs
}

/** One innovation: name and long name, unit, stage, what is done, what is missing for the next stage, and what the coach asked for. */
export function innovationText(facts: InnovationChat, language: Language): string {
  const { innovation, lab, stages } = facts
  const stage = stages.find(({ key }) => key === innovation.stage)
  const unit = lab.units.find((one) => one.id === innovation.unit)
  const parts = [
    plain(stage?.label ?? innovation.stage),
    innovation.launched ? say(words.hasLaunched, language) : '',
    innovation.monitored ? say(words.hasMonitored, language) : '',
  ]
  return compose(
    innovation.name.trim() || say(words.unnamed, language),
    [
      {
        lines: [
          plain(innovation.longName),
          unit === undefined ? say(words.noUnit, language) : say(words.ofUnit, language, { unit: plain(unit.name) }),
          say(words.inStage, language, { stage: parts.filter((part) => part !== '').join(', ') }),
        ],
      },
      { head: say(words.hasDone, language), items: doneItems(facts, language) },
      stage === undefined ? {} : missingSection(facts, stage, language),
      { head: say(words.toMend, language), items: remarks(facts, language) },
    ],
    language,
  )
}

/** Finished canvases in the order of the method. */
function doneItems({ innovation, stages, packs }: InnovationChat, language: Language): readonly string[] {
  const order = [...new Set([...stages.flatMap(({ def }) => def.canvases), ...Object.keys(innovation.canvases)])]
  return order.filter((id) => innovation.canvases[id]?.state === 'selesai').map((id) => plain(canvasOf(packs, id)?.title[language] ?? id))
}

function missingSection({ innovation, lab, stages, packs }: InnovationChat, stage: ChatStage, language: Language): ChatSection {
  const gate = gateState(stage.def, factsOfInnovation(innovation), lab)
  const next = stages.find(({ key }) => key === gate.opens)
  const head = next === undefined ? say(words.lacking, language) : say(words.stillMissing, language, { stage: next.label })
  if (gate.passable) return { lines: [say(words.nothingMissing, language)] }
  const approval =
    gate.kind === 'approval' ? [say(words.needsApproval, language, { leader: plain(gate.approver) || say(words.leader, language) })] : []
  const lines = gate.items.filter((item) => !item.done).map((item) => plain(item.label[language]))
  // What the checklist asks for by itself is not said twice.
  const asked = new Set(stage.def.gate.items.flatMap(({ check }) => ('canvas' in check ? [check.canvas] : [])))
  const open = stage.def.canvases
    .filter((id) => !asked.has(id) && innovation.canvases[id]?.state === 'berjalan')
    .map((id) => say(words.canvasToDo, language, { canvas: plain(canvasOf(packs, id)?.title[language] ?? id) }))
  return { head, items: [...approval, ...lines, ...open] }
}

function remarks({ innovation, packs }: InnovationChat, language: Language): readonly string[] {
  return Object.entries(innovation.reviews)
    .filter(([, review]) => review.state === 'perlu_perbaikan')
    .map(([key, review]) => {
      const remark = plain(review.remark) || say(words.noRemark, language)
      return say(words.mendLine, language, { where: placeName(key, packs, language), remark })
    })
}

/** `Form Ide Inovasi, Latar belakang` of the key of a review. */
function placeName(key: string, packs: Packs, language: Language): string {
  const slash = key.indexOf('/')
  const [of, part] = [key.slice(0, slash), key.slice(slash + 1)]
  const canvas = canvasOf(packs, of)
  const form = formOf(packs, of)
  const title = canvas?.title[language] ?? form?.short[language] ?? of
  const field = canvas?.kind === 'form' ? canvas.fields.find((one) => one.key === part)?.label : undefined
  const section = form?.sections.find((one) => one.key === part)?.title
  const inside = (field ?? section)?.[language]
  return plain(inside === undefined ? title : `${title}, ${inside}`)
}
