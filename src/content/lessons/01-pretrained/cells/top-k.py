answers = decode_predictions(probabilities, top=5)[0]
for wnid, label, probability in answers:
    print(f'{label:25} {probability:.3f}')
