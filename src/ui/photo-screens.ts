/** Everything that no start screen needs: one chunk, loaded once the start screen stands. */
import '../styles/result.css'
import '../styles/camera.css'
import '../styles/pair.css'
import '../styles/compare.css'
import '../styles/print.css'

export { CameraScreen } from './camera/camera-screen'
export { CompareScreen } from './compare/compare-screen'
export { ResultScreen } from './result/result-screen'
