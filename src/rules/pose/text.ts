import type { QuantityText } from '../../contract/rule'

type Texts = Readonly<Record<'yaw' | 'pitch' | 'roll', QuantityText>>

export const zhCN: Texts = {
  yaw: { title: '左右转头', fine: '脸正对镜头（{value}）。', low: { finding: '头向自己的右边转了 {value}。', advice: '脸往左转一点，正对镜头。' }, high: { finding: '头向自己的左边转了 {value}。', advice: '脸往右转一点，正对镜头。' } },
  pitch: { title: '抬头低头', fine: '头平视镜头（{value}）。', low: { finding: '头低了 {value}。', advice: '下巴抬起一点，或把镜头放低到眼睛的高度。' }, high: { finding: '头仰了 {value}。', advice: '下巴收一点，或把镜头抬高到眼睛的高度。' } },
  roll: { title: '歪头', fine: '两眼水平（{value}）。', low: { finding: '头歪向自己的右肩 {value}。', advice: '把头摆正，让两眼一样高。' }, high: { finding: '头歪向自己的左肩 {value}。', advice: '把头摆正，让两眼一样高。' } },
}

export const en: Texts = {
  yaw: { title: 'Head turned', fine: 'You face the camera ({value}).', low: { finding: 'The head is turned to your right by {value}.', advice: 'Turn a little to your left, straight to the camera.' }, high: { finding: 'The head is turned to your left by {value}.', advice: 'Turn a little to your right, straight to the camera.' } },
  pitch: { title: 'Chin up or down', fine: 'The head is level ({value}).', low: { finding: 'The head is lowered by {value}.', advice: 'Lift the chin a little, or bring the camera down to eye height.' }, high: { finding: 'The head is raised by {value}.', advice: 'Lower the chin a little, or bring the camera up to eye height.' } },
  roll: { title: 'Head tilted', fine: 'The eyes are level ({value}).', low: { finding: 'The head is tilted to your right shoulder by {value}.', advice: 'Hold the head straight so that both eyes are at one height.' }, high: { finding: 'The head is tilted to your left shoulder by {value}.', advice: 'Hold the head straight so that both eyes are at one height.' } },
}
