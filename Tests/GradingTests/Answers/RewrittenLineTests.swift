import Testing

@testable import Grading

/// Ways of writing that no line shows by itself.
private let written = #"""
  chain
  z1 = w1*x + b1  # 0.66 ⟹ z1 = 0.66
  z1 = w1*x + b1  # = 0.7, rounded ⟹ z1 = 0.7
  z1 = 0.66  # 0.7 ⟹ z1 = 0.66
  delta3 = 2*(a3-y)*a3*(1-a3)⏎print(delta3)  # 0.25 ⟹ dC/dz3 = 0.25
  print('dw3 =', dw3)  # dw3 = 0.9 ⟹ dC/dw3 = 0.9
  # dw2 = 0.9 ⟹ dC/dw2 = 0.9
  print(dw2)⏎# 0.9 ⟹ dC/dw2 = 0.9
  grads = {'dw1': -0.5, 'dw2': 0.9,⏎  'dw3': 0.1} ⟹ dC/dw1 = -0.5; dC/dw2 = 0.9; dC/dw3 = 0.1
  grads = {'w1': -0.5, "b1": 0.25} ⟹ dC/dw1 = -0.5; dC/db1 = 0.25
  grads = {'w1': -0.5}⏎dC/dw2 = 0.5 ⟹ dC/dw1 = -0.5; dC/dw2 = 0.5
  grads = {'w1': 0.5, 'mystery': 0.1} ⟹ ✗ mystery is not the name of a quantity
  ('db3', 0.9) ⟹ dC/db3 = 0.9
  {"cells": [{"cell_type": "code", "source": ["{'dw1': dw1}"], "outputs": [{"data": {"text/plain": ["{'dw1': 0.5,\n", " 'dw2': 0.25}"]}}]}], "metadata": {}, "nbformat": 4} ⟹ dC/dw1 = 0.5; dC/dw2 = 0.25
  (BP1) δ^L = ∂C/∂a^L σ'(z^L) = 0.9 × 0.5 = 0.45 ⟹ dC/dz3 = 0.45
  (BP3) ∂C/∂b^3 = δ^3 = 0.25 ⟹ dC/dz3 = 0.25; dC/db3 = 0.25
  so (BP4) ∂C/∂w^1 = 0.5; ∂C/∂w^2 = 0.25 ⟹ dC/dw1 = 0.5; dC/dw2 = 0.25
  Eq. 3: ∂C/∂w^1 = 0.5⏎Eq. (4) ∂C/∂w^2 = 0.25 ⟹ dC/dw1 = 0.5; dC/dw2 = 0.25
  [*] ∂C/∂w^1 = 0.5 ⟹ dC/dw1 = 0.5
  With the squared error: δ^L = a^L − y = 0.5 ⟹ dC/dz3 = 0.5
  \[ \left.\frac{\partial C}{\partial w_2}\right|_{w_2=-0.7} = 0.5 \] ⟹ dC/dw2 = 0.5
  \begin{align}⏎\text{so } \frac{\partial C}{\partial w^{(3)}} &= 0.5 \\⏎\text{(BP2)}\quad \delta^{(2)} &= 0.25⏎\end{align} ⟹ dC/dw3 = 0.5; dC/dz2 = 0.25
  \[⏎\begin{array}{ll}⏎z_1 = 0.5 & a_1 = 0.6 \\⏎z_2 &= 0.7⏎\end{array}⏎\] ⟹ z1 = 0.5; a1 = 0.6; z2 = 0.7
  $\therefore \partial_{w^{(2)}} C = 0.5$ ⟹ dC/dw2 = 0.5
  \begin{tabular}{lr} $\frac{\partial C}{\partial b_3}$ & 0.5 \\ $\frac{\partial C}{\partial b_2}$ & 0.25 \end{tabular} ⟹ dC/db3 = 0.5; dC/db2 = 0.25
  \begin{tabular}{l|r}⏎weight & gradient \\ \hline⏎$w^{(2)}$ & $-0.5$ \\⏎$w^{(1)}$ & $0.25$ \\⏎\end{tabular} ⟹ dC/dw2 = -0.5; dC/dw1 = 0.25
  \begin{tabular}{ll}⏎weight & $\partial C/\partial w$ \\⏎$w^{(2)}$ & $-0.5$ \\⏎\end{tabular} ⟹ dC/dw2 = -0.5
  After one step w1 becomes 9.5 and b2 becomes 0.25. ⟹ new w1 = 9.5; new b2 = 0.25
  w⁽²⁾ then gets about 0.05 and b⁽²⁾ about 0.9. ⟹ ✗ was not understood
  ∂C₀     ∂z⁽³⁾   ∂a⁽³⁾⏎------ = ----- · -----  = 0.5 · 0.2 = 0.1⏎∂w⁽³⁾    ∂w⁽³⁾   ∂z⁽³⁾ ⟹ dC/dw3 = 0.1
  dC/dC = 1⏎dw3 = 0.5 ⟹ dC/dw3 = 0.5
  small
  dW1 = np.outer(d, x)  # [[0.1 0.2] [0.3 0.4]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  print(dW1)⏎# [[0.1 0.2]⏎#  [0.3 0.4]] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  ∂C/∂w^1_{jk} = [0.1 0.2; 0.3 0.4] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4
  ∂C/∂w^1_{jk} = [0.1 0.2] ⟹ ✗ this array is 1 by 2
  ∂C/∂b^1_j = δ^1_j = (0.1, 0.2) ⟹ dC/dz1[1] = 0.1; dC/dz1[2] = 0.2; dC/db1[1] = 0.1; dC/db1[2] = 0.2
  After one step W2 becomes [0.5, 0.25]. ⟹ new w2[1,1] = 0.5; new w2[1,2] = 0.25
  ∇_b C for layer 1 = (0.1, 0.2) ⟹ dC/db1[1] = 0.1; dC/db1[2] = 0.2
  wide
  δ^{2,1}_1 = 0.5 ⟹ ✗ may be
  δ^{x,l}: δ^{2,1}_1 = 0.5 ⟹ dC2/dz1[1]@2 = 0.5
  δ^{l,x}: δ^{2,1}_1 = 0.5 ⟹ dC1/dz2[1]@1 = 0.5
  δ^{1,1}_1 = 0.5 ⟹ dC1/dz1[1]@1 = 0.5
  dA2 = [[0.1, 0.2], [0.3, 0.4]] ⟹ dC1/da2[1]@1 = 0.1; dC2/da2[1]@2 = 0.2; dC1/da2[2]@1 = 0.3; dC2/da2[2]@2 = 0.4
  """#

@Test(arguments: Spelling.table(written))
func `What no line shows by itself is read, or refused with a reason`(row: Spelling) throws {
  try row.check()
}
