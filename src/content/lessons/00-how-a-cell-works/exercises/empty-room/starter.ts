const emptyRoom = tf.____;

emptyRoom;
