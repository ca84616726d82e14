import Testing

@testable import Grading

/// Names of quantities, from the books of Nielsen, Goodfellow, Bishop and Hastie, the courses of Ng, 3Blue1Brown, CS231n and Mazur,
/// and from programs.
private let names = #"""
  chain
  z1 = 0.5 ⟹ z1 = 0.5
  z_1 = 0.5 ⟹ z1 = 0.5
  z_{1} = 0.5 ⟹ z1 = 0.5
  z^{(1)} = 0.5 ⟹ z1 = 0.5
  z^(1) = 0.5 ⟹ z1 = 0.5
  z^{[1]} = 0.5 ⟹ z1 = 0.5
  z^[1] = 0.5 ⟹ z1 = 0.5
  z^1 = 0.5 ⟹ z1 = 0.5
  z¹ = 0.5 ⟹ z1 = 0.5
  z⁽¹⁾ = 0.5 ⟹ z1 = 0.5
  z₁ = 0.5 ⟹ z1 = 0.5
  Z1 = 0.5 ⟹ z1 = 0.5
  $z^{(1)}$ = 0.5 ⟹ z1 = 0.5
  $z^{(1)} = 0.5$ ⟹ z1 = 0.5
  \(z^{(1)} = 0.5\) ⟹ z1 = 0.5
  **z1** = 0.5 ⟹ z1 = 0.5
  `z1` = 0.5 ⟹ z1 = 0.5
  z1 [1] = 0.5 ⟹ z1 = 0.5
  a3 = 0.5 ⟹ a3 = 0.5
  ŷ = 0.5 ⟹ a3 = 0.5
  \hat{y} = 0.5 ⟹ a3 = 0.5
  \hat y = 0.5 ⟹ a3 = 0.5
  y_hat = 0.5 ⟹ a3 = 0.5
  yhat = 0.5 ⟹ a3 = 0.5
  y_pred = 0.5 ⟹ a3 = 0.5
  h1 = 0.5 ⟹ a1 = 0.5
  out3 = 0.5 ⟹ a3 = 0.5
  net1 = 0.5 ⟹ z1 = 0.5
  C = 0.5 ⟹ C = 0.5
  C_0 = 0.5 ⟹ C = 0.5
  C0 = 0.5 ⟹ C = 0.5
  L = 0.5 ⟹ C = 0.5
  E = 0.5 ⟹ C = 0.5
  J = 0.5 ⟹ C = 0.5
  Loss = 0.5 ⟹ C = 0.5
  loss = 0.5 ⟹ C = 0.5
  cost = 0.5 ⟹ C = 0.5
  Cost = 0.5 ⟹ C = 0.5
  Err = 0.5 ⟹ C = 0.5
  ℒ = 0.5 ⟹ C = 0.5
  \mathcal{L} = 0.5 ⟹ C = 0.5
  E_{total} = 0.5 ⟹ ✗ not the name of a quantity
  E_total = 0.5 ⟹ C = 0.5
  dC/da3 = 0.5 ⟹ dC/da3 = 0.5
  ∂C/∂a3 = 0.5 ⟹ dC/da3 = 0.5
  ∂C/∂a⁽³⁾ = 0.5 ⟹ dC/da3 = 0.5
  ∂L/∂a3 = 0.5 ⟹ dC/da3 = 0.5
  ∂E/∂z₃ = 0.5 ⟹ dC/dz3 = 0.5
  dJ/dz3 = 0.5 ⟹ dC/dz3 = 0.5
  dLoss/dw3 = 0.5 ⟹ dC/dw3 = 0.5
  dL / dŷ = 0.5 ⟹ dC/da3 = 0.5
  ∂ℒ/∂ŷ = 0.5 ⟹ dC/da3 = 0.5
  \frac{\partial C}{\partial a^{(3)}} = 0.5 ⟹ dC/da3 = 0.5
  \frac{dC}{da_3} = 0.5 ⟹ dC/da3 = 0.5
  \frac{\mathrm{d} C}{\mathrm{d} w^{(3)}} = 0.5 ⟹ dC/dw3 = 0.5
  \dfrac{\partial L}{\partial \hat{y}} = 0.5 ⟹ dC/da3 = 0.5
  \partial C/\partial w^{(3)} = 0.5 ⟹ dC/dw3 = 0.5
  \partial C / \partial b_3 = 0.5 ⟹ dC/db3 = 0.5
  (∂C)/(∂w3) = 0.5 ⟹ dC/dw3 = 0.5
  dCdw3 = 0.5 ⟹ dC/dw3 = 0.5
  dC_dw3 = 0.5 ⟹ dC/dw3 = 0.5
  dC_db3 = 0.5 ⟹ dC/db3 = 0.5
  dLdz3 = 0.5 ⟹ dC/dz3 = 0.5
  dLoss_dw3 = 0.5 ⟹ dC/dw3 = 0.5
  dw3 = 0.5 ⟹ dC/dw3 = 0.5
  dW3 = 0.5 ⟹ dC/dw3 = 0.5
  dZ3 = 0.5 ⟹ dC/dz3 = 0.5
  dA3 = 0.5 ⟹ dC/da3 = 0.5
  db3 = 0.5 ⟹ dC/db3 = 0.5
  dz_3 = 0.5 ⟹ dC/dz3 = 0.5
  dz^{[3]} = 0.5 ⟹ dC/dz3 = 0.5
  dW^{[3]} = 0.5 ⟹ dC/dw3 = 0.5
  δ3 = 0.5 ⟹ dC/dz3 = 0.5
  δ^3 = 0.5 ⟹ dC/dz3 = 0.5
  δ³ = 0.5 ⟹ dC/dz3 = 0.5
  δ⁽³⁾ = 0.5 ⟹ dC/dz3 = 0.5
  δ_3 = 0.5 ⟹ dC/dz3 = 0.5
  \delta_3 = 0.5 ⟹ dC/dz3 = 0.5
  \delta^{(3)} = 0.5 ⟹ dC/dz3 = 0.5
  delta3 = 0.5 ⟹ dC/dz3 = 0.5
  delta_3 = 0.5 ⟹ dC/dz3 = 0.5
  delta^3 = 0.5 ⟹ dC/dz3 = 0.5
  delta[3] = 0.5 ⟹ dC/dz3 = 0.5
  σ′(z3) = 0.5 ⟹ da3/dz3 = 0.5
  σ'(z^{(3)}) = 0.5 ⟹ da3/dz3 = 0.5
  \sigma'(z^{(3)}) = 0.5 ⟹ da3/dz3 = 0.5
  \sigma^{\prime}\left(z^{(3)}\right) = 0.5 ⟹ da3/dz3 = 0.5
  g'(z3) = 0.5 ⟹ da3/dz3 = 0.5
  da3/dz3 = 0.5 ⟹ da3/dz3 = 0.5
  dz3/dw3 = 0.5 ⟹ dz3/dw3 = 0.5
  ∂ŷ/∂z3 = 0.5 ⟹ da3/dz3 = 0.5
  da2/da1 = 0.5 ⟹ da2/da1 = 0.5
  da3/dw1 = 0.5 ⟹ da3/dw1 = 0.5
  ∂ŷ/∂h1 = 0.5 ⟹ da3/da1 = 0.5
  dz3/dw2 = 0.5 ⟹ dz3/dw2 = 0.5
  dz3_dz1 = 0.5 ⟹ dz3/dz1 = 0.5
  dC/dx = 0.5 ⟹ dC/da0 = 0.5
  new w3 = 0.5 ⟹ new w3 = 0.5
  new_w3 = 0.5 ⟹ new w3 = 0.5
  neu w3 = 0.5 ⟹ new w3 = 0.5
  w3_{neu} = 0.5 ⟹ new w3 = 0.5
  w^{(3)}_{\mathrm{neu}} = 0.5 ⟹ new w3 = 0.5
  新w3 = 0.5 ⟹ new w3 = 0.5
  新 w3 = 0.5 ⟹ new w3 = 0.5
  w_{3,\text{新}} = 0.5 ⟹ new w3 = 0.5
  w3_new = 0.5 ⟹ new w3 = 0.5
  w3' = 0.5 ⟹ new w3 = 0.5
  w3+ = 0.5 ⟹ new w3 = 0.5
  w3^+ = 0.5 ⟹ new w3 = 0.5
  w3(t+1) = 0.5 ⟹ new w3 = 0.5
  w3 updated = 0.5 ⟹ new w3 = 0.5
  w3 (new) = 0.5 ⟹ new w3 = 0.5
  updated w3 = 0.5 ⟹ new w3 = 0.5
  w^{(3)}_{new} = 0.5 ⟹ new w3 = 0.5
  w^{(3)}_{\text{new}} = 0.5 ⟹ new w3 = 0.5
  w_{3,new} = 0.5 ⟹ new w3 = 0.5
  b3_new = 0.5 ⟹ new b3 = 0.5
  new C = 0.5 ⟹ new C = 0.5
  \partial_{w^{(2)}} C = 0.5 ⟹ dC/dw2 = 0.5
  ∇_{b3} C = 0.5 ⟹ dC/db3 = 0.5
  \nabla_{a^{(2)}} L = 0.5 ⟹ dC/da2 = 0.5
  logits = 0.5 ⟹ z3 = 0.5
  dlogits = 0.5 ⟹ dC/dz3 = 0.5
  probs = 0.5 ⟹ a3 = 0.5
  loss.item() = 0.5 ⟹ C = 0.5
  w_new3 = 0.5 ⟹ new w3 = 0.5
  w3_{t+1} = 0.5 ⟹ new w3 = 0.5
  w^3 → w^3' = 0.5 ⟹ new w3 = 0.5
  w^3 -> 0.5 ⟹ new w3 = 0.5
  w^3 := 0.5 ⟹ new w3 = 0.5
  w^3 <- 0.5 ⟹ new w3 = 0.5
  w3 ← 0.5 ⟹ new w3 = 0.5
  w_3 \gets 0.5 ⟹ new w3 = 0.5
  w2 := -0.7 ⟹ w2 = -0.7
  w^2 ↦ 0.5 ⟹ new w2 = 0.5
  $w_2 \mapsto w_2 - \eta \frac{\partial C}{\partial w_2} = 0.5$ ⟹ new w2 = 0.5
  w2 → -0.7 ⟹ w2 = -0.7
  C → 0.5 ⟹ C = 0.5
  w3 -= 0.5 ⟹ new w3 = 1.0
  w3 −= 0.5*0.2 ⟹ new w3 = 1.4
  w3 -= 0.5*dw3 = 0.5 ⟹ new w3 = 0.5
  w3 += 0.25 ⟹ new w3 = 1.75
  VdW3 = 0.5 ⟹ ✗ not the name of a quantity
  v_{dW1} = 0.5 ⟹ ✗ not the name of a quantity
  zs = [array([[0.1]]), array([[0.2]]), array([[0.3]])] ⟹ z1 = 0.1; z2 = 0.2; z3 = 0.3
  activations: [array([[0.8]]), array([[0.6]]), array([[0.5]]), array([[0.4]])] ⟹ a0 = 0.8; a1 = 0.6; a2 = 0.5; a3 = 0.4
  activations: [[0.6], [0.5], [0.4]] ⟹ a1 = 0.6; a2 = 0.5; a3 = 0.4
  nabla_b [array([[0.1]]), array([[0.2]]), array([[0.3]])] ⟹ dC/db1 = 0.1; dC/db2 = 0.2; dC/db3 = 0.3
  >>> print(nabla_w)⏎[array([[0.1]]), array([[0.2]]),⏎ array([[0.3]])] ⟹ dC/dw1 = 0.1; dC/dw2 = 0.2; dC/dw3 = 0.3
  zs = []⏎z1 = 0.5 ⟹ z1 = 0.5
  z1 = 0.5⏎nabla_b = [np.zeros((3, 1)) for b in self.biases] ⟹ z1 = 0.5
  nabla_b = [array([[0.1]]), array([[0.2]])] ⟹ ✗ an array for each of the 3 layers
  Δw3 = 0.5 ⟹ new w3 = 2.0
  delta_w3 = 0.5 ⟹ new w3 = 2.0
  \Delta w_3 = 0.5 ⟹ new w3 = 2.0
  delta w3 = 0.5 ⟹ new w3 = 2.0
  w3.grad = 0.5 ⟹ dC/dw3 = 0.5
  W3.grad = 0.5 ⟹ dC/dw3 = 0.5
  grad_w3 = 0.5 ⟹ dC/dw3 = 0.5
  grad w3 = 0.5 ⟹ dC/dw3 = 0.5
  ∇w3 = 0.5 ⟹ dC/dw3 = 0.5
  fc3.weight.grad = 0.5 ⟹ dC/dw3 = 0.5
  x = 0.5 ⟹ a0 = 0.5
  y = 0.5 ⟹ y = 0.5
  η = 0.5 ⟹ eta = 0.5
  lr = 0.5 ⟹ eta = 0.5
  learning rate = 0.5 ⟹ eta = 0.5
  \mathbf{w}_3 = 0.5 ⟹ w3 = 0.5
  small
  a1[2] = 0.5 ⟹ a1[2] = 0.5
  a1_2 = 0.5 ⟹ a1[2] = 0.5
  a^(1)_2 = 0.5 ⟹ a1[2] = 0.5
  a_2^(1) = 0.5 ⟹ a1[2] = 0.5
  a_2^{(1)} = 0.5 ⟹ a1[2] = 0.5
  a^{(1)}_2 = 0.5 ⟹ a1[2] = 0.5
  a^{[1]}_2 = 0.5 ⟹ a1[2] = 0.5
  a^1_2 = 0.5 ⟹ a1[2] = 0.5
  a_2^1 = 0.5 ⟹ a1[2] = 0.5
  a₂⁽¹⁾ = 0.5 ⟹ a1[2] = 0.5
  a₂¹ = 0.5 ⟹ a1[2] = 0.5
  $a_2^{(1)}$ = 0.5 ⟹ a1[2] = 0.5
  a_{1,2} = 0.5 ⟹ a1[2] = 0.5
  h2 = 0.5 ⟹ a1[2] = 0.5
  h_2 = 0.5 ⟹ a1[2] = 0.5
  h₂ = 0.5 ⟹ a1[2] = 0.5
  o1 = 0.5 ⟹ a2 = 0.5
  a2[1] = 0.5 ⟹ a2 = 0.5
  w2[1,2] = 0.5 ⟹ w2[1,2] = 0.5
  w2[1][2] = 0.5 ⟹ w2[1,2] = 0.5
  W2_{12} = 0.5 ⟹ w2[1,2] = 0.5
  w_{12}^{(2)} = 0.5 ⟹ w2[1,2] = 0.5
  w^{(2)}_{12} = 0.5 ⟹ w2[1,2] = 0.5
  w^{(2)}_{1,2} = 0.5 ⟹ w2[1,2] = 0.5
  w^2_{12} = 0.5 ⟹ w2[1,2] = 0.5
  w12^(2) = 0.5 ⟹ w2[1,2] = 0.5
  w₁₂⁽²⁾ = 0.5 ⟹ w2[1,2] = 0.5
  w_{22} = 0.5 ⟹ w1[2,2] = 0.5
  w22 = 0.5 ⟹ w1[2,2] = 0.5
  w_21 = 0.5 ⟹ w1[2,1] = 0.5
  w^{(2)}_2 = 0.5 ⟹ w2[1,2] = 0.5
  w_{12} = 0.5 ⟹ ✗ may be w1[1,2] or w2[1,2]
  b_2 = 0.5 ⟹ ✗ may be b2 or b1[2]
  x_1 = 0.5 ⟹ a0[1] = 0.5
  x1 = 0.5 ⟹ a0[1] = 0.5
  ∂C/∂w_{12}^{(2)} = 0.5 ⟹ dC/dw2[1,2] = 0.5
  ∂C/∂w^(2)_{12} = 0.5 ⟹ dC/dw2[1,2] = 0.5
  ∂E/∂w₁₂⁽²⁾ = 0.5 ⟹ dC/dw2[1,2] = 0.5
  \frac{\partial C}{\partial w^{1}_{21}} = 0.5 ⟹ dC/dw1[2,1] = 0.5
  dL/dw22 = 0.5 ⟹ dC/dw1[2,2] = 0.5
  dw1[2,1] = 0.5 ⟹ dC/dw1[2,1] = 0.5
  dW1[2][1] = 0.5 ⟹ dC/dw1[2,1] = 0.5
  dz1_2 = 0.5 ⟹ dC/dz1[2] = 0.5
  db1[2] = 0.5 ⟹ dC/db1[2] = 0.5
  δ^1_2 = 0.5 ⟹ dC/dz1[2] = 0.5
  δ_2^1 = 0.5 ⟹ dC/dz1[2] = 0.5
  \delta^{(1)}_2 = 0.5 ⟹ dC/dz1[2] = 0.5
  δ1[2] = 0.5 ⟹ dC/dz1[2] = 0.5
  δ_{h2} = 0.5 ⟹ ✗ not the name of a quantity
  w1'[2,1] = 0.5 ⟹ new w1[2,1] = 0.5
  w_{21}^{(1)\prime} = 0.5 ⟹ new w1[2,1] = 0.5
  w_{21}^{+} = 0.5 ⟹ new w1[2,1] = 0.5
  new w_{21}^{(1)} = 0.5 ⟹ new w1[2,1] = 0.5
  da2/da1[2] = 0.5 ⟹ da2/da1[2] = 0.5
  da2/dw1[1,2] = 0.5 ⟹ da2/dw1[1,2] = 0.5
  dz2/dw1[2,1] = 0.5 ⟹ dz2/dw1[2,1] = 0.5
  ∂ŷ/∂h₁ = 0.5 ⟹ da2/da1[1] = 0.5
  a^(L) = 0.5 ⟹ a2 = 0.5
  a_2^{(L-1)} = 0.5 ⟹ a1[2] = 0.5
  a_2^{L−1} = 0.5 ⟹ a1[2] = 0.5
  z₂⁽ᴸ⁻¹⁾ = 0.5 ⟹ z1[2] = 0.5
  zᴸ = 0.5 ⟹ z2 = 0.5
  δ^L = 0.5 ⟹ dC/dz2 = 0.5
  w_{12}^{(L)} = 0.5 ⟹ w2[1,2] = 0.5
  a^{(L-2)}_1 = 0.5 ⟹ a0[1] = 0.5
  ∂C_0/∂w_{12}^(L) = 0.5 ⟹ dC/dw2[1,2] = 0.5
  ∂C_k/∂b^(L) = 0.5 ⟹ dC/db2 = 0.5
  \frac{\partial C_0}{\partial w^{(L-1)}_{21}} = 0.5 ⟹ dC/dw1[2,1] = 0.5
  \frac{\partial C_{k}}{\partial a_2^{(L-1)}} = 0.5 ⟹ dC/da1[2] = 0.5
  ∂z^(L)/∂w_{12}^(L) = 0.5 ⟹ dz2/dw2[1,2] = 0.5
  a^(L-3) = 0.5 ⟹ ✗ no quantity
  a^Loss = 0.5 ⟹ ✗ no answers found
  a_j^(L) = 0.5 ⟹ ✗ not the name of a quantity
  w_{jk}^{(L-1)} = 0.5 ⟹ ✗ not the name of a quantity
  W9 = 0.5 ⟹ ✗ the lesson has no quantity W9
  dC/dq2 = 0.5 ⟹ ✗ not the name of a quantity
  foo = 0.5 ⟹ ✗ foo is not the name of a quantity
  w2[1,1] := w2[1,1] - 0.5*dw2[1,1] = 0.3 ⟹ new w2[1,1] = 0.3
  w_{12}^{(2)} ← w_{12}^{(2)} − η ∂C/∂w_{12}^{(2)} = 0.3 ⟹ new w2[1,2] = 0.3
  b2 <- b2 - 0.5*db2 = 0.3 ⟹ new b2 = 0.3
  b2 = b2 - alpha*db2 = 0.3 ⟹ new b2 = 0.3
  b2 = b2 + Δb2 = 0.3 ⟹ new b2 = 0.3
  $\theta_{21}^{(1)} := \theta_{21}^{(1)} - \alpha \frac{\partial J}{\partial \theta_{21}^{(1)}} = 0.3$ ⟹ new w1[2,1] = 0.3
  b2_new = b2 - 0.5*db2 = 0.3 ⟹ new b2 = 0.3
  b2 = 0.5 - 0.2 ⟹ b2 = 0.3
  a2 = a2 - 0.1 = 0.5 ⟹ a2 = 0.5
  nabla_w = [array([[0.1, 0.2], [0.3, 0.4]]), array([[0.5, 0.6]])] ⟹ dC/dw1[1,1] = 0.1; dC/dw1[1,2] = 0.2; dC/dw1[2,1] = 0.3; dC/dw1[2,2] = 0.4; dC/dw2[1,1] = 0.5; dC/dw2[1,2] = 0.6
  zs: [array([[0.1],⏎       [0.2]]), array([[0.3]])] ⟹ z1[1] = 0.1; z1[2] = 0.2; z2 = 0.3
  momentum
  new v_w1[1,2] = 0.5 ⟹ new v_w1[1,2] = 0.5
  v_{w,12,\mathrm{new}}^{(1)} = 0.5 ⟹ new v_w1[1,2] = 0.5
  v_{w,12,\mathrm{new}}^{1} = 0.5 ⟹ new v_w1[1,2] = 0.5
  v_{W,1,2,\mathrm{new}}^{(1)} = 0.5 ⟹ new v_w1[1,2] = 0.5
  $v_{w,12,new}^{(1)} = 0.5$ ⟹ new v_w1[1,2] = 0.5
  new v_w₁₂⁽¹⁾ = 0.5 ⟹ new v_w1[1,2] = 0.5
  v_w1[1,2] = 0.5 ⟹ new v_w1[1,2] = 0.5
  v_w1[1,2] = 0 ⟹ v_w1[1,2] = 0.0
  v_{db2} = 0.5 ⟹ new v_b2 = 0.5
  vdb2 = 0.5 ⟹ new v_b2 = 0.5
  V_{db^{[2]}} = 0.5 ⟹ new v_b2 = 0.5
  V_{db}^{[2]} = 0.5 ⟹ new v_b2 = 0.5
  v_{dW_{12}^{[1]}} = 0.5 ⟹ new v_w1[1,2] = 0.5
  VdW2 = [[0.1, 0.2]] ⟹ new v_w2[1,1] = 0.1; new v_w2[1,2] = 0.2
  SdW2 = [[0.1, 0.2]] ⟹ ✗ not the name of a quantity
  v = 0.5 ⟹ ✗ not the name of a quantity
  w2[1,1] -= 0.5*v_w2[1,1] = 0.3 ⟹ new w2[1,1] = 0.3
  adam
  m̂_w⁽¹⁾ = 0.5 ⟹ m_hat_w1 = 0.5
  \hat{m}_{w}^{(1)} = 0.5 ⟹ m_hat_w1 = 0.5
  v̂_b² = 0.5 ⟹ v_hat_b2 = 0.5
  mhat_w1 = 0.5 ⟹ m_hat_w1 = 0.5
  v^{corrected}_{dW1} = 0.5 ⟹ m_hat_w1 = 0.5
  S_{dW1}^{corrected} = 0.5 ⟹ v_hat_w1 = 0.5
  V_{dW^{[1]}} = 0.5 ⟹ new m_w1 = 0.5
  SdW1 = 0.5 ⟹ new v_w1 = 0.5
  s_{db2} = 0.5 ⟹ new v_b2 = 0.5
  m_w1 = 0.5 ⟹ new m_w1 = 0.5
  v_{w}^{(2)} = 0.5 ⟹ new v_w2 = 0.5
  beta1 = 0.9 ⟹ beta1 = 0.9
  wide
  C_k = 0.5 ⟹ ✗ not the name of a quantity
  a1[2]@2 = 0.5 ⟹ a1[2]@2 = 0.5
  a^{[1](2)}_2 = 0.5 ⟹ a1[2]@2 = 0.5
  C_2 = 0.5 ⟹ C2 = 0.5
  C₂ = 0.5 ⟹ C2 = 0.5
  C = 0.5 ⟹ C = 0.5
  ∂C_2/∂w_{12}^{(2)} = 0.5 ⟹ dC2/dw2[1,2] = 0.5
  ## Example 2⏎a1[2] = 0.5 ⟹ a1[2]@2 = 0.5
  Example 1:⏎a1[2] = 0.4⏎Example 2:⏎a1[2] = 0.5 ⟹ a1[2]@1 = 0.4; a1[2]@2 = 0.5
  ## Example 2⏎∂C₂/∂z_{2}^{(1)} = 0.5 ⟹ dC2/dz1[2]@2 = 0.5
  a1[2] = 0.5 ⟹ ✗ the lesson has no quantity a1[2]; did you mean a1[2]@1?
  """#

@Test(arguments: Spelling.table(names))
func `A name in any usual spelling is read, or refused with a reason`(row: Spelling) throws {
  try row.check()
}
